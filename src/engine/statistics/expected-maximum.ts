import { cumulativeNormal } from '#engine/pricing/normal-distribution.ts';

/** Euler–Mascheroni. */
const EULER = 0.5772156649015329;

/** Farther from zero than this, a normal value is not looked for. */
const FARTHEST = 10;
const HALVINGS = 60;

/**
 * How good the best of several independent tries looks although none of them does anything: the mean of the largest
 * of so many standard normal values.
 *
 * @param tries - 0 for fewer than two
 * @see D. Bailey and M. López de Prado (2014), The Deflated Sharpe Ratio
 */
export function expectedMaximum(tries: number): number {
  return tries < 2
    ? 0
    : (1 - EULER) * normalQuantile(1 - 1 / tries) + EULER * normalQuantile(1 - 1 / (tries * Math.E));
}

/** By halving: exact enough for a sentence, and short. */
function normalQuantile(share: number): number {
  let [low, high] = [-FARTHEST, FARTHEST];
  for (let step = 0; step < HALVINGS; step += 1) {
    const middle = (low + high) / 2;
    [low, high] = cumulativeNormal(middle) < share ? [middle, high] : [low, middle];
  }
  return (low + high) / 2;
}
