/** Decimals kept before a number is held against a bound. */
const SCALE = 1e10;

/**
 * A number without the noise of binary fractions: ten decimals, and never a negative zero.
 *
 * Whatever is held against a bound passes through here first, so that 0.7 − 0.6 is 0.1 at the bound too.
 */
export function roundOff(value: number): number {
  return Math.round(value * SCALE) / SCALE + 0;
}
