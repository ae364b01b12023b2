import { logMoneyness } from './lognormal-value.ts';
import {
  type ForwardOption,
  impossibleForwardOption,
  impossibleSpotOption,
  isExpired,
  type SpotOption,
} from './option-terms.ts';
import { solveDeviation } from './solve-deviation.ts';

/**
 * Why a price has no implied volatility.
 *
 * - `expired`: no time is left
 * - `not-positive`: the price is 0 or below
 * - `below-intrinsic`: cheaper than exercise, which is an arbitrage or a stale quote
 * - `no-time-value`: exactly worth its exercise, as far as doubles can tell: any low volatility would do
 * - `above-bound`: dearer than what it is on (call) or than its discounted strike (put), which no volatility reaches
 * - `above-cap`: beyond 2,000 %
 * - `impossible-input`: a term that cannot be priced, or a price that is no number
 */
export type NoVolatility =
  | 'expired'
  | 'not-positive'
  | 'below-intrinsic'
  | 'no-time-value'
  | 'above-bound'
  | 'above-cap'
  | 'impossible-input';

/** The volatility that a price implies, or why there is none. */
export type ImpliedVolatility =
  | {
      readonly kind: 'volatility';
      /** A fraction: 1.25 is 125 %. */
      readonly volatility: number;
    }
  | { readonly kind: 'none'; readonly reason: NoVolatility };

/** 2,000 %: more than any option with a quote has shown. */
const MOST_VOLATILITY = 20;

/** Part of the larger side below which a difference of two prices is rounding. */
const ROUNDING = 4 * Number.EPSILON;

/**
 * The volatility at which the formula gives a price: Black-76 for an option that says a forward, Black–Scholes for
 * one that does not.
 *
 * In-the-money prices are taken to the out-of-the-money option of the same strike by parity first. Never throws and
 * never gives `NaN`: what quotes get wrong is among the reasons.
 *
 * @param option - everything but its volatility
 * @param price - index points, as in `OptionValue`
 */
export function impliedVolatility(option: SpotOption | ForwardOption, price: number): ImpliedVolatility {
  const reason = unusable(option, price);
  if (reason !== undefined) {
    return none(reason);
  }
  const { asset, owed, worth } = compared(option, price);
  const bound = option.right === 'call' ? asset : owed;
  const intrinsic = Math.max(0, option.right === 'call' ? asset - owed : owed - asset);
  const timeValue = worth - intrinsic;
  const noise = intrinsic > 0 ? ROUNDING * Math.max(asset, owed) : 0;
  if (worth >= bound) {
    return none('above-bound');
  }
  if (timeValue <= noise) {
    return none(timeValue < -noise ? 'below-intrinsic' : 'no-time-value');
  }
  const root = Math.sqrt(option.years);
  const deviation = solveDeviation({
    distance: Math.abs(logMoneyness(asset, owed)),
    price: timeValue / (Math.sqrt(asset) * Math.sqrt(owed)),
    most: MOST_VOLATILITY * root,
  });
  return deviation === undefined ? none('above-cap') : { kind: 'volatility', volatility: deviation / root };
}

function unusable(option: SpotOption | ForwardOption, price: number): NoVolatility | undefined {
  const impossible = 'forward' in option ? impossibleForwardOption(option) : impossibleSpotOption(option);
  if (impossible !== undefined || !Number.isFinite(price)) {
    return 'impossible-input';
  }
  return isExpired(option.years) ? 'expired' : price <= 0 ? 'not-positive' : undefined;
}

/** Both sides of the option and its price, all as of today for an index and all as of expiry for a forward. */
type Compared = { readonly asset: number; readonly owed: number; readonly worth: number };

function compared(option: SpotOption | ForwardOption, price: number): Compared {
  const { strike, years, rate } = option;
  const discount = Math.exp(-rate * years);
  return 'forward' in option
    ? { asset: option.forward, owed: strike, worth: price / discount }
    : {
        asset: option.spot * Math.exp(-option.dividendYield * years),
        owed: strike * discount,
        worth: price,
      };
}

function none(reason: NoVolatility): ImpliedVolatility {
  return { kind: 'none', reason };
}
