import type { Quality } from './reading.ts';
import type { Close, Session } from './session.ts';
import type { SourcedValue } from './source-diagnostic.ts';

/** Whether providers that are independent of each other agree on the last close of a series. */
export type CloseStatus = {
  readonly kind: 'confirmed' | 'provisional';
  readonly session: Session;
  /** What each provider says, ours first; ours alone is provisional. */
  readonly values: readonly SourcedValue[];
};

/** Daily closes of one index from one source. */
export type DailyCloses = {
  /** Oldest first, one per session, none of the future. */
  readonly closes: readonly Close[];
  readonly source: string;
  readonly quality: Quality;
  /** Of the last close; absent where nobody compared it. */
  readonly standing?: CloseStatus;
};

/** How many issues of a universe rose, fell or stood still in one session. Whole numbers, not negative. */
export type AdvanceDecline = {
  readonly session: Session;
  readonly advances: number;
  readonly declines: number;
  /** Absent where the source does not count them; then taken as none, and labelled. */
  readonly unchanged?: number;
};

/** Breadth of one universe. */
export type DailyBreadth = {
  /** Which issues are counted, such as `S&P 600`. */
  readonly universe: string;
  /** Oldest first, one per session. */
  readonly days: readonly AdvanceDecline[];
  readonly source: string;
  readonly quality: Quality;
};

/** A price taken while the market is open. */
export type Quote = {
  /** Index points. */
  readonly price: number;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
  readonly source: string;
  readonly quality: Quality;
};

/** The series that the method reads. Those without which it can still speak are optional. */
export type MarketHistory = {
  readonly rut: DailyCloses;
  readonly spx: DailyCloses;
  readonly vix: DailyCloses;
  readonly vix9d?: DailyCloses;
  readonly vix3m?: DailyCloses;
  readonly vvix?: DailyCloses;
  /** Implied volatility of the Russell 2000. */
  readonly rvx?: DailyCloses;
  readonly breadth?: { readonly small: DailyBreadth; readonly large: DailyBreadth };
};
