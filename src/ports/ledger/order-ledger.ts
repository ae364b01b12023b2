import type { OrderRecord, OrderWrite } from '#domain/hedge/order-record.ts';

/** Step orders, with the book and the multiplier that they move. */
export interface OrderLedger {
  /** Servers in which an order is open. */
  serversWithOrders(): Promise<readonly string[]>;
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
