/** What a server says it holds, counted in contracts. */
export type Book = {
  /** Open SPX iron condors. */
  readonly condors: number;
  /** Long VIX calls of the first three hedge expirations, nearest first. */
  readonly hedge: readonly number[];
};
