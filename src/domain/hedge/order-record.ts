import type { BookRecord, BookWrite } from '#domain/book/book-record.ts';
import type { Memory } from '#domain/signal/decision.ts';
import type { RatioOverride } from './ratio-override.ts';
import type { StepOrder } from './step-order.ts';

/** What a server's orders are decided from: what is asked, what is held, and the orders so far. */
export type OrderRecord = {
  /** Discord guild id. */
  readonly server: string;
  /** Absent before the first decision. */
  readonly memory?: Memory;
  readonly book: BookRecord;
  /** Newest first, whatever became of them; at most the first is open. */
  readonly orders: readonly StepOrder[];
  /** Multiplier that fills in percent have added; 0 for none. */
  readonly loose: number;
};

/** What is written in one act. What is not named stays as it was. */
export type OrderWrite = {
  /** What the server remembers, its programme included. */
  readonly memory?: Memory;
  /** The record of who moved the multiplier by hand. */
  readonly override?: RatioOverride;
  readonly book?: BookWrite;
  /** As they are afterwards; a new id is a new order. */
  readonly orders?: readonly StepOrder[];
  readonly loose?: number;
};
