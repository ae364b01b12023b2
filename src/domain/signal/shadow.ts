import type { State } from './decision.ts';
import type { Session } from '#domain/market/session.ts';

/** What one set of settings made of a print. */
export type ShadowSide = {
  /** The highest state after an official close of the print's window. */
  readonly highest: State;
  readonly alerts: boolean;
  readonly raised: boolean;
};

export type ShadowRow = { readonly releaseId: string; readonly old: ShadowSide; readonly new: ShadowSide };

/** Present settings beside others, over the last prints. */
export type ShadowReading = {
  readonly prints: number;
  /** Days of the first and the last print. */
  readonly from: Session;
  readonly until: Session;
  /** Prints that alert: with the present settings, with the others, and with both. */
  readonly old: number;
  readonly new: number;
  readonly overlap: number;
  /** Prints that alert with either, oldest first. */
  readonly rows: readonly ShadowRow[];
};
