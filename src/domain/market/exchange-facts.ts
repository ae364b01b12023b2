import type { Session } from './session.ts';

/** What is known of the New York exchanges' calendar, for the days from `from` to `until`, both included. */
export type ExchangeFacts = {
  readonly from: Session;
  readonly until: Session;
  /** Weekdays without a session: holidays, and closures that were announced at short notice. */
  readonly closures: readonly Session[];
  /** Sessions that end at 13:00 New York time. */
  readonly earlyCloses: readonly Session[];
};
