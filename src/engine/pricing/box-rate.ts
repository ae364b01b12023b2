import type { StrikePair } from './strike-pairs.ts';

/**
 * The rate at which a box lends: what two strikes of one expiration pay for each other, whatever the index does.
 *
 * e^(−rT) = [(C₁ − P₁) − (C₂ − P₂)] / (K₂ − K₁), so wide boxes are the less disturbed by a spread.
 *
 * @param first - one strike
 * @param second - the other, above or below
 * @param years - as `yearsBetween` counts them
 * @returns continuously compounded, a fraction a year; `undefined` when both strikes are one, no time is left, or the
 *   quotes make a box that costs nothing
 */
export function boxRate(first: StrikePair, second: StrikePair, years: number): number | undefined {
  const cost = first.call - first.put - (second.call - second.put);
  const rate = -Math.log(cost / (second.strike - first.strike)) / years;
  return years > 0 && Number.isFinite(rate) ? rate : undefined;
}
