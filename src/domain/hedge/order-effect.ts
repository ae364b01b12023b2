import type { CoverReading } from './cover.ts';

/** Dollars of an order's contracts, signed: negative is received. */
export type OrderCost = {
  readonly dollars: number;
  /** Contracts among them that nobody quotes: their part is the model's. */
  readonly modelled: number;
};

/** What an order's contracts cost, and what they change once all of them are traded. */
export type OrderEffect = {
  /** At the side that each is traded at; absent where some contract has neither quote nor value. */
  readonly touch?: OrderCost;
  /** At the middle; absent likewise. */
  readonly mid?: OrderCost;
  /** `touch` over the credit of the condors held, a fraction; absent unless every condor says its credit. */
  readonly creditShare?: number;
  /** Dollars a calendar day that they add; absent where some contract has no value. */
  readonly theta?: number;
  /** Cover under the headline's shock, now and once they are traded. */
  readonly cover?: { readonly before: CoverReading; readonly after: CoverReading };
};
