import type { Condor, Hedge, Positions, Right } from '#domain/book/lot.ts';
import type { HeldLeg, Leg } from '#domain/hedge/valuation.ts';

/** Every position as single legs: condors as their four, signed as held, in the order of their strikes. */
export function unfoldLots({ condors, hedges }: Positions): readonly HeldLeg[] {
  return [...condors.flatMap(unfoldCondor), ...hedges.map(unfoldHedge)];
}

/** A condor's legs from the lowest strike to the highest: bought, sold, sold, bought. */
export function unfoldCondor({ id, quantity, strikes, expiry, settlement }: Condor): readonly HeldLeg[] {
  const leg = (right: Right, strike: number, signed: number): HeldLeg => ({
    lotId: id,
    leg: { kind: 'option', root: 'SPX', right, strike, expiry, settlement, quantity: signed },
  });
  return [
    leg('put', strikes.longPut, quantity),
    leg('put', strikes.shortPut, -quantity),
    leg('call', strikes.shortCall, -quantity),
    leg('call', strikes.longCall, quantity),
  ];
}

function unfoldHedge(lot: Hedge): HeldLeg {
  return { lotId: lot.id, leg: legOf(lot) };
}

function legOf(lot: Hedge): Leg {
  const { quantity } = lot;
  switch (lot.instrument) {
    case 'VIX': {
      const { right, strike, expiry } = lot;
      return { kind: 'option', root: 'VIX', right, strike, expiry, settlement: 'AM', quantity };
    }
    case 'VX':
    case 'VXM':
      return { kind: 'future', product: lot.instrument, expiry: lot.expiry, quantity };
    case 'VXX':
    case 'UVXY':
      return { kind: 'shares', symbol: lot.instrument, quantity };
  }
}
