import type { Right } from '#domain/book/lot.ts';
import { cumulativeNormal, normalDensity } from './normal-distribution.ts';

/** What an option's holder gets and gives at expiry: both as of today, or both as of then; index points. */
export type Exchange = {
  readonly right: Right;
  /** The index without what it pays until then, or the forward. */
  readonly asset: number;
  readonly strike: number;
  /** Standard deviation of the asset's logarithm until expiry: volatility × √years. */
  readonly deviation: number;
};

/** Price of such an exchange, and the parts that its greeks are made of. */
export type LognormalValue = {
  readonly price: number;
  /** N(φ d₁) and N(φ d₂), with φ 1 for calls and −1 for puts. */
  readonly assetWeight: number;
  readonly strikeWeight: number;
  /** n(d₁), 0 when there is no deviation left. */
  readonly density: number;
};

/** A deviation below this is none: less than a millisecond at the lowest volatility ever quoted. */
const LEAST_DEVIATION = 1e-12;

/**
 * Black's formula, φ (A N(φ d₁) − K N(φ d₂)), of which Black–Scholes and Black-76 are cases.
 *
 * The out-of-the-money side is computed and the other follows by parity, so that neither loses its time value to
 * rounding and a put and a call of one strike never disagree. Without deviation it is the intrinsic value; exactly
 * at the money both weights are then one half, as they are in the limit.
 */
export function lognormalValue({ right, asset, strike, deviation }: Exchange): LognormalValue {
  const outside = asset < strike ? 'call' : 'put';
  const side = outside === 'call' ? 1 : -1;
  const moneyness = logMoneyness(asset, strike);
  const none = deviation < LEAST_DEVIATION;
  const center = none ? direction(moneyness) : moneyness / deviation;
  const half = none ? 0 : deviation / 2;
  const assetReach = side * (center + half);
  const strikeReach = side * (center - half);
  const assetTail = cumulativeNormal(assetReach);
  const strikeTail = cumulativeNormal(strikeReach);
  const timeValue = none ? 0 : Math.max(0, side * (asset * assetTail - strike * strikeTail));
  const density = none ? 0 : normalDensity(center + half);
  return right === outside
    ? { price: timeValue, assetWeight: assetTail, strikeWeight: strikeTail, density }
    : {
        price: Math.abs(asset - strike) + timeValue,
        assetWeight: complement(assetTail, assetReach),
        strikeWeight: complement(strikeTail, strikeReach),
        density,
      };
}

/** 1 − N(reach), computed anew where N is so near 1 that the difference would have few digits. */
function complement(tail: number, reach: number): number {
  return tail < 0.5 ? 1 - tail : cumulativeNormal(-reach);
}

/** Where a moneyness ends up, in deviations, as the deviation vanishes. */
function direction(moneyness: number): number {
  return moneyness === 0 ? 0 : moneyness > 0 ? Infinity : -Infinity;
}

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
