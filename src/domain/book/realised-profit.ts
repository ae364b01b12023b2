/** What closing a lot, or some contracts of it, has brought. */
export type RealisedProfit = {
  readonly lotId: string;
  /** Contracts or shares that were closed. */
  readonly quantity: number;
  /** Dollars, negative for a loss; absent where nobody said the price of its opening or of its closing. */
  readonly dollars?: number;
};
