import type { BookRecord, BookWrite } from '#domain/book/book-record.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Memory } from '#domain/signal/decision.ts';

/** What a server's orders are decided from: what is asked, what is held, and the orders so far. */
export type OrderRecord = {
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

/** Step orders, with the book and the multiplier that they move. */
export interface OrderLedger {
  orderRecord(server: string): Promise<OrderRecord>;
  /**
   * Reads all that orders rest on and writes it in one transaction: nobody else changes any of it between.
   *
   * @param interaction - Discord interaction id; absent for what the clock does
   * @param act - says what is written of what it is given. If it throws, nothing is written.
   *   `isRepeated`: the interaction has been written before, and nothing is written again.
   *   Where `write` is absent nothing is, and the interaction may come again.
   */
  changeOrders<Result>(
    server: string,
    interaction: string | undefined,
    act: (
      record: OrderRecord,
      isRepeated: boolean,
    ) => { readonly write?: OrderWrite; readonly result: Result },
  ): Promise<Result>;
}
