import { cumulativeNormal } from '#engine/pricing/normal-distribution.ts';

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

/** Normal quantile of 97.5 %. */
const QUANTILE = 1.959963984540054;

/**
 * Wilson's 95 % interval of a share.
 *
 * @returns `undefined` without any trial
 * @see E. B. Wilson (1927), Probable Inference, the Law of Succession, and Statistical Inference
 */
export function wilsonInterval(
  hits: number,
  trials: number,
): { readonly low: number; readonly high: number } | undefined {
  if (trials === 0) {
    return undefined;
  }
  const share = hits / trials;
  const square = QUANTILE ** 2;
  const centre = share + square / (2 * trials);
  const spread = QUANTILE * Math.sqrt((share * (1 - share)) / trials + square / (4 * trials ** 2));
  const scale = 1 + square / trials;
  return { low: Math.max(0, (centre - spread) / scale), high: Math.min(1, (centre + spread) / scale) };
}

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
