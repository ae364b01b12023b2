/** Arithmetic mean; `undefined` of nothing. */
export function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The middle value, or the mean of the two in the middle; `undefined` of nothing. */
export function median(values: readonly number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

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

/** Standard deviation of a sample (divided by n − 1); `undefined` for fewer than two values. */
export function standardDeviation(values: readonly number[]): number | undefined {
  const centre = mean(values);
  if (centre === undefined || values.length < 2) {
    return undefined;
  }
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
