/** Decimals that a weight may have. */
const DECIMALS = 6;

/**
 * Weights as the smallest whole numbers in the same proportion, so that 0.4/0.4/0.2 is 2/2/1 like 4/4/2.
 *
 * @param weights - not negative, at most six decimals
 */
export function wholeWeights(weights: readonly number[]): readonly number[] {
  const scaled = weights.map((weight) => Math.round(weight * 10 ** DECIMALS));
  const divisor = scaled.reduce(greatestDivisor, 0);
  return divisor === 0 ? scaled : scaled.map((weight) => weight / divisor);
}

function greatestDivisor(first: number, second: number): number {
  return second === 0 ? first : greatestDivisor(second, first % second);
}
