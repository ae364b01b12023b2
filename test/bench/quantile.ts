/**
 * The smallest value that at least this share of all values does not exceed.
 *
 * @param share - above 0, at most 1
 * @throws RangeError when there are no values
 */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((low, high) => low - high);
  const found = sorted[Math.ceil(share * sorted.length) - 1];
  if (found === undefined) {
    throw new RangeError('There is nothing to take a quantile of.');
  }
  return found;
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}
