/** What small companies' capital costs now, and what wider spreads and a higher beta would make of it. */
export type SmallCapStress = {
  /** Nobody measures these here: fractions, and rates a year. */
  readonly assumed: {
    readonly debtShare: number;
    readonly beta: number;
    readonly premium: number;
    readonly taxRate: number;
    readonly growth: number;
  };
  /** Added to the credit spread, a fraction a year, and to beta. */
  readonly shock: { readonly spread: number; readonly beta: number };
  /** Weighted cost of capital before and after, fractions a year. */
  readonly capital: readonly [before: number, after: number];
  /** Required return on equity before and after, fractions a year. */
  readonly equity: readonly [before: number, after: number];
  /** Change of price–earnings and price–cash-flow multiples, a fraction; absent where no multiple follows. */
  readonly multiple?: number;
};
