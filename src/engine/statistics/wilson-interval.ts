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
