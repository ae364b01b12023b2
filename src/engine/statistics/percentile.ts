/**
 * The smallest of some values that at least so large a share of them does not exceed ("nearest rank").
 *
 * @param share - above 0, at most 1: 0.95 for the 95th percentile
 * @returns `undefined` for no values
 * @see https://www.itl.nist.gov/div898/handbook/prc/section2/prc262.htm
 */
export function percentile(values: readonly number[], share: number): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.ceil(share * values.length) - 1];
}
