/** Of one company or index; rates are fractions a year. */
export type CapitalCosts = {
  /** Market values of equity and debt, in one unit. */
  readonly equity: number;
  readonly debt: number;
  readonly riskFree: number;
  readonly beta: number;
  /** What equity earns beyond the risk-free rate. */
  readonly premium: number;
  readonly costOfDebt: number;
  readonly taxRate: number;
};

/** What changes in a stress; fractions, absent for nothing. */
export type CapitalShock = { readonly spread?: number; readonly beta?: number };

/**
 * What equity must earn: the risk-free rate and beta times the premium. A fraction a year.
 *
 * @see docs/method.md#small-cap-stress (CAPM)
 */
export function costOfEquity({ riskFree, beta, premium }: Omit<CapitalCosts, 'equity' | 'debt'>): number {
  return riskFree + beta * premium;
}

/**
 * Weighted cost of capital, weights at market value. A fraction a year.
 *
 * @param shock - wider credit spreads and a higher beta, for a stress
 * @returns `undefined` where there is no capital
 */
export function costOfCapital(costs: CapitalCosts, shock: CapitalShock = {}): number | undefined {
  const { equity, debt, costOfDebt, taxRate } = costs;
  const whole = equity + debt;
  if (!(whole > 0)) {
    return undefined;
  }
  const ofEquity = costOfEquity({ ...costs, beta: costs.beta + (shock.beta ?? 0) });
  const ofDebt = (costOfDebt + (shock.spread ?? 0)) * (1 - taxRate);
  return (equity / whole) * ofEquity + (debt / whole) * ofDebt;
}

/**
 * How a price–earnings or price–cash-flow multiple changes with the required return, after Gordon: payout over return
 * less growth. A fraction of the multiple before.
 *
 * @param before - required return, fraction a year
 * @param after - the same after a shock
 * @param growth - for ever, fraction a year
 * @returns `undefined` where a return does not exceed growth, since then no multiple follows
 */
export function multipleChange(before: number, after: number, growth: number): number | undefined {
  return before > growth && after > growth ? (before - growth) / (after - growth) - 1 : undefined;
}
