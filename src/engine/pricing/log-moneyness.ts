/** Ratios between which a difference of two prices is exact in binary, and so is their relation to it. */
const NEAR = 2;

/**
 * Logarithm of what an option is on over its strike: ln(F/K), negative when the strike is above.
 *
 * Near the money by way of their difference, so that strikes a tick away keep every digit in the last minutes.
 */
export function logMoneyness(asset: number, strike: number): number {
  const isNear = asset < NEAR * strike && strike < NEAR * asset;
  return isNear ? Math.log1p((asset - strike) / strike) : Math.log(asset / strike);
}
