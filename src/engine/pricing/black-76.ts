import { lognormalValue } from './lognormal-value.ts';
import {
  type ForwardOption,
  impossibleForwardOption,
  impossibleVolatility,
  isExpired,
  type OptionValue,
} from './option-terms.ts';

/**
 * Black-76: worth and greeks of a European option on a future or forward of its own expiry.
 *
 * For VIX options the forward is the VX future that settles the same day, never the VIX itself. The future is held
 * fixed in theta and rho, so rho is −years × price.
 *
 * @param option - with its own implied volatility, a fraction: 1.25 is 125 %
 * @returns per point of the future, discounted; never `NaN`
 * @throws RangeError for a negative or `NaN` volatility, a price that is not above 0, negative years, or a rate
 *   beyond ±100 %
 * @see F. Black, The pricing of commodity contracts, Journal of Financial Economics 3 (1976)
 */
export function black76(option: ForwardOption & { readonly volatility: number }): OptionValue {
  const impossible = impossibleForwardOption(option) ?? impossibleVolatility(option.volatility);
  if (impossible !== undefined) {
    throw new RangeError(impossible);
  }
  const { right, forward, strike, years, rate, volatility } = option;
  const root = isExpired(years) ? 0 : Math.sqrt(years);
  const discount = Math.exp(-rate * years);
  const deviation = volatility * root;
  const value = lognormalValue({ right, asset: forward, strike, deviation });
  const { assetWeight, density } = value;
  const price = discount * value.price;
  const greeks = {
    price,
    delta: (right === 'call' ? 1 : -1) * discount * assetWeight + 0,
    gamma: density === 0 ? 0 : (discount * density) / (forward * deviation),
    vega: discount * forward * density * root,
  };
  if (root === 0) {
    return greeks;
  }
  const decay = (discount * forward * density * volatility) / (2 * root);
  return { ...greeks, theta: rate * price - decay, rho: -years * price + 0 };
}
