/** A trading day of the New York exchanges, as `YYYY-MM-DD`. */
export type Session = string;

/** An index's close at the end of one session, in index points. Always finite and positive. */
export type Close = { readonly session: Session; readonly close: number };

/**
 * Values that run alongside a list of sessions: same length, same order, oldest first.
 *
 * `undefined` marks a session at which there is no value yet, which is what reading past either
 * end gives too, so callers have one case to handle and not two.
 */
export type Series = readonly (number | undefined)[];

/** What is known of the New York exchanges' calendar, for the days from `from` to `until`, both included. */
export type ExchangeFacts = {
  readonly from: Session;
  readonly until: Session;
  /** Weekdays without a session: holidays, and closures that were announced at short notice. */
  readonly closures: readonly Session[];
  /** Sessions that end at 13:00 New York time. */
  readonly earlyCloses: readonly Session[];
};

/** One monetary-policy statement of the Federal Open Market Committee. */
export type FomcStatement = {
  /** The day it is published, New York; of an unscheduled one it may be no trading day. */
  readonly day: Session;
  /** Whether it was announced beforehand; unscheduled ones cannot be known before they are out. */
  readonly scheduled: boolean;
};

/** When a hedge is best changed: the quiet part of one session. */
export type RebalanceWindow = {
  readonly session: Session;
  /** Epoch milliseconds (UTC). */
  readonly from: number;
  /** Epoch milliseconds (UTC): the last ten minutes before the close are not among it. */
  readonly until: number;
  /** What keeps people out before `from`: the opening, or VIX products that settle that morning. */
  readonly after: 'opening' | 'vix-settlement';
};
