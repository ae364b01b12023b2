/** What an option is worth, and how that changes. In index points; the contract's multiplier comes later. */
export type OptionValue = {
  /** Never below its discounted intrinsic value. */
  readonly price: number;
  /** Per point of what the formula is on: the index (Black–Scholes) or the future (Black-76). Negative for puts. */
  readonly delta: number;
  /** Change of delta per point of the same. */
  readonly gamma: number;
  /** Per 1.00 of the option's own implied volatility: a hundredth of it is for one vol point. */
  readonly vega: number;
  /** Change with time per YEAR, negative while value is lost; a 365th is for a calendar day. Absent at expiry. */
  readonly theta?: number;
  /** Per 1.00 of the rate: a hundredth is for one percentage point. Absent at expiry. */
  readonly rho?: number;
};
