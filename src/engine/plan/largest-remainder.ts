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
