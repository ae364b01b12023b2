import { lognormalValue } from './lognormal-value.ts';
import { impossibleSpotOption, impossibleVolatility, isExpired, type SpotOption } from './option-terms.ts';
import type { OptionValue } from './option-value.ts';

/**
 * Black–Scholes–Merton: worth and greeks of a European option on an index with a dividend yield.
 *
 * At expiry or without volatility: the discounted intrinsic value with gamma and vega 0, and delta what it tends to,
 * exactly at the money half of what certain exercise has. Where a chain gives a forward, prefer `black76` on it.
 *
 * @param option - with its own implied volatility, a fraction: 0.18 is 18 %
 * @returns per point of the index; never `NaN`
 * @throws RangeError for a negative or `NaN` volatility, a price that is not above 0, negative years, or a rate
 *   beyond ±100 %
 * @see J. C. Hull, Options, Futures, and Other Derivatives, chapters on index options and on the greek letters
 */
export function blackScholes(option: SpotOption & { readonly volatility: number }): OptionValue {
  const impossible = impossibleSpotOption(option) ?? impossibleVolatility(option.volatility);
  if (impossible !== undefined) {
    throw new RangeError(impossible);
  }
  const { right, spot, strike, years, rate, dividendYield, volatility } = option;
  const sign = right === 'call' ? 1 : -1;
  const root = isExpired(years) ? 0 : Math.sqrt(years);
  const carry = Math.exp(-dividendYield * years);
  const asset = spot * carry;
  const owed = strike * Math.exp(-rate * years);
  const deviation = volatility * root;
  const value = lognormalValue({ right, asset, strike: owed, deviation });
  const { assetWeight, strikeWeight, density } = value;
  const greeks = {
    price: value.price,
    delta: sign * carry * assetWeight + 0,
    gamma: density === 0 ? 0 : (carry * density) / (spot * deviation),
    vega: asset * density * root,
  };
  if (root === 0) {
    return greeks;
  }
  const decay = (asset * density * volatility) / (2 * root);
  const financing = sign * (rate * owed * strikeWeight - dividendYield * asset * assetWeight);
  return { ...greeks, theta: -(decay + financing) + 0, rho: sign * years * owed * strikeWeight + 0 };
}
