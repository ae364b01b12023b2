import { black76 } from '#engine/pricing/black-76.ts';
import type { OptionValue, SpotOption } from '#engine/pricing/option-terms.ts';

/**
 * What Black-76 says of an option on an index: on the forward that spot, rate and yield make, with the greeks taken
 * to the spot by the chain rule. Tables and peers speak of spots.
 */
export function valueOnSpot(option: SpotOption & { readonly volatility: number }): OptionValue {
  const { spot, dividendYield, ...terms } = option;
  const carry = Math.exp((option.rate - dividendYield) * option.years);
  const forward = spot * carry;
  const { price, delta, gamma, vega, theta, rho } = black76({ ...terms, forward });
  return {
    price,
    delta: delta * carry,
    gamma: gamma * carry ** 2,
    vega,
    ...(theta !== undefined && { theta: theta - delta * (option.rate - dividendYield) * forward }),
    ...(rho !== undefined && { rho: rho + delta * option.years * forward }),
  };
}
