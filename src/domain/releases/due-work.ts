import type { Session } from '#domain/market/session.ts';

/** What the clock asks for. Only what belongs to a server's signal is told when it was missed. */
export type WorkKind =
  /** The evening before a release: what is coming. */
  | 'pre-brief'
  /** Minutes before a release: what is expected of it, captured a last time. */
  | 'forecast'
  /** From the instant of a release on: its figures are asked for until they are out. */
  | 'print'
  /** After a print: other sources are asked until one agrees. */
  | 'verify'
  /** 09:45 and 10:30 of day 0: a look at the running session. */
  | 'check'
  /** A quarter of an hour after the close: the evaluation that may move the ratio. */
  | 'close'
  /** At the start and each morning: the dates of releases are read again. */
  | 'calendar-refresh'
  /** Each morning: rolls that are due and budgets that are used up. */
  | 'hedge'
  /** After counts are final and each morning: the latest decisions are made again on what is known now. */
  | 'review'
  /** Each day: what is stored of servers that the bot was removed from long ago is removed. */
  | 'purge-servers';

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
