import type { Session } from '#domain/market/session.ts';

/**
 * What the clock asks for. `calendar-refresh`: the dates of releases are read again. `purge-servers`: servers that the bot was
 * removed from long ago are forgotten. `forecast`: forecasts are captured a last time before figures come. `review`: the
 * latest decisions are made again on what is known now. `hedge`: rolls and budgets are looked at. `verify`: other sources
 * are asked whether they agree on a print. None of them belongs to
 * a server, and nobody is told when one was missed.
 */
export type WorkKind =
  | 'pre-brief'
  | 'print'
  | 'check'
  | 'close'
  | 'calendar-refresh'
  | 'purge-servers'
  | 'forecast'
  | 'hedge'
  | 'review'
  | 'verify';

/** One piece of planned work: stored, claimed once, and finished with an outcome. */
export type DueWork = {
  /** Unique: planning it twice is planning it once. */
  readonly id: string;
  readonly kind: WorkKind;
  /** The release it belongs to; absent for closes that are watched because a ratio is above base. */
  readonly releaseId?: string;
  readonly session: Session;
  /** Only for checks. */
  readonly time?: '09:45' | '10:30';
  /** Epoch milliseconds (UTC). */
  readonly dueAt: number;
  /** After this instant it is not run any more but recorded as missed. */
  readonly validUntil: number;
};

/** Where a piece of work stands. */
export type WorkState =
  | { readonly state: 'due'; readonly notBefore: number }
  | { readonly state: 'claimed'; readonly since: number; readonly notBefore: number }
  | { readonly state: 'done'; readonly at: number; readonly late: boolean }
  | { readonly state: 'skipped'; readonly at: number; readonly reason: string }
  | { readonly state: 'missed'; readonly at: number };
