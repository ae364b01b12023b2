/** How far a number is from what it should be, as a fraction of that; the number itself where that is 0. */
export function relativeGap(actual: number | undefined, expected: number): number {
  return Math.abs((actual ?? Number.NaN) - expected) / (Math.abs(expected) || 1);
}
