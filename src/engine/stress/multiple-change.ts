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
