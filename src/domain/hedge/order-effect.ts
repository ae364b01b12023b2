/** What an order's contracts cost at the middle and lose by themselves, beside what the order says of them. */
export type OrderEffect = {
  /** Dollars at the middle, negative is received; absent where some contract has no two-sided quote. */
  readonly mid?: number;
  /** Dollars a calendar day that they add; absent where some contract has no value. */
  readonly theta?: number;
};
