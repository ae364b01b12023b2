/**
 * Splits a whole number in proportion to weights (Hamilton's method): everyone gets the whole part of their quota,
 * and what is left goes to the largest fractions, of equal ones to the first.
 *
 * In whole numbers throughout, so that 0.4 of 10 is 4 and never 3.9999….
 *
 * @param weights - whole numbers, not negative, not all 0
 * @param total - a whole number, not negative
 */
export function largestRemainder(weights: readonly number[], total: number): readonly number[] {
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const fractions = weights.map((weight) => (total * weight) % sum);
  const floors = weights.map((weight, place) => (total * weight - (fractions[place] ?? 0)) / sum);
  const left = total - floors.reduce((all, floor) => all + floor, 0);
  const favoured = fractions
    .map((fraction, place) => ({ fraction, place }))
    .toSorted((first, second) => second.fraction - first.fraction || first.place - second.place)
    .slice(0, left)
    .map(({ place }) => place);
  return floors.map((floor, place) => floor + (favoured.includes(place) ? 1 : 0));
}

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
