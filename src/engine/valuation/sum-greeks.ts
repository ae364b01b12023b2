import type { Greeks } from '#domain/hedge/valuation.ts';

/** Dollars of several legs on the same underlying; all 0 for none. */
export function sumGreeks(legs: readonly Greeks[]): Greeks {
  const sum = { value: 0, delta: 0, gamma: 0, theta: 0, vega: 0, exposure: 0 };
  for (const leg of legs) {
    sum.value += leg.value;
    sum.delta += leg.delta;
    sum.gamma += leg.gamma;
    sum.theta += leg.theta;
    sum.vega += leg.vega;
    sum.exposure += leg.exposure;
  }
  return sum;
}
