/**
 * Chances of several tests, each raised so that all of them may be looked at together.
 *
 * @returns as many, in the same order, none above 1
 * @see S. Holm (1979), A Simple Sequentially Rejective Multiple Test Procedure
 */
export function holmCorrection(chances: readonly number[]): readonly number[] {
  const order = chances.map((_, index) => index).toSorted((a, b) => (chances[a] ?? 0) - (chances[b] ?? 0));
  const corrected = [...chances];
  let least = 0;
  order.forEach((index, rank) => {
    least = Math.max(least, Math.min(1, (chances.length - rank) * (chances[index] ?? 0)));
    corrected[index] = least;
  });
  return corrected;
}
