import type { Settings } from '#domain/settings/settings.ts';
import type { OrderTicket, StepOrder } from './step-order.ts';

/** What is still to be traded of a step. */
export type OwedReport = {
  /** What the rules ask, and what the book has followed; the latter absent where nothing is held. */
  readonly asked: number;
  readonly filled?: number;
  readonly order: StepOrder;
  /** What is left of it, nearest expiration first; empty for a server that only counts. */
  readonly tickets: readonly OrderTicket[];
};

/** Where the book stands beside what the rules ask. */
export type OrderReport = {
  readonly meaning: Settings['ratio.meaning'];
  /** Multiplier p. */
  readonly asked: number;
  /** Filled multiplier q; absent where nothing is held ("no hedge"), and under `absolute` where H is unknown. */
  readonly filled?: number;
  /** Multiplier by which the book is past what is asked; absent where it is not. */
  readonly over?: number;
  /** Absent where no order is open. */
  readonly owed?: OwedReport;
  /** The latest order that has lapsed and may be reopened; absent where none has, or a later one followed. */
  readonly lapsed?: StepOrder;
};

/** One fill beside the prices of its order's opening. */
export type FillSlippage = {
  /** Points per contract that were paid above, or received below, the middle and the model; absent without a price. */
  readonly mid?: number;
  readonly theoretical?: number;
};
