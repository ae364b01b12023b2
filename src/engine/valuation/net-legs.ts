import type { Leg } from '#domain/hedge/valuation.ts';
import type { PricedLeg } from './priced-leg.ts';

/** Legs of the same contract taken together, whatever lots they are of: each contract is then priced once. */
export function netLegs(legs: readonly PricedLeg[]): readonly PricedLeg[] {
  const nets = new Map<string, PricedLeg>();
  for (const priced of legs) {
    const key = contractOf(priced.leg);
    const net = nets.get(key);
    nets.set(key, net ? withQuantity(priced, net.leg.quantity + priced.leg.quantity) : priced);
  }
  return [...nets.values()];
}

function contractOf(leg: Leg): string {
  switch (leg.kind) {
    case 'option':
      return `${leg.root}.${leg.expiry}.${leg.settlement}.${leg.strike}.${leg.right}`;
    case 'future':
      return `${leg.product}.${leg.expiry}`;
    case 'shares':
      return leg.symbol;
  }
}

function withQuantity(priced: PricedLeg, quantity: number): PricedLeg {
  if ('perPoint' in priced) {
    return { ...priced, leg: { ...priced.leg, quantity } };
  }
  return 'volatility' in priced
    ? { ...priced, leg: { ...priced.leg, quantity } }
    : { ...priced, leg: { ...priced.leg, quantity } };
}
