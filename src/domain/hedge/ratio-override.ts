/** A programme ratio that a steward has set by hand, past the rules. */
export type RatioOverride = {
  /** The programme ratio before and after. */
  readonly from: number;
  readonly to: number;
  /** Discord user id. */
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
  /** In their own words. */
  readonly why: string;
};
