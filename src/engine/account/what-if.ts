import { InvalidLots, UnknownLot } from '#domain/book/book-problem.ts';
import type { Condor, Hedge, Lot, Positions } from '#domain/book/lot.ts';
import type { Shift } from '#domain/hedge/valuation.ts';
import type { Hypothesis, WhatIf } from '#domain/hedge/hedge-report.ts';
import { type ExposureCase, bookExposure } from './book-exposure.ts';

/**
 * How a hedge would stand with other lots, in another market, or some days later. Nothing is stored.
 *
 * @param hypotheses - one after the other, each on what the ones before made of the book
 * @param shift - what happens to the market then; absent for nothing
 * @throws UnknownLot for a lot that the book does not hold
 * @throws InvalidLots for more contracts than a lot has, and for a roll of shares, which never expire
 */
export function whatIf(exposureCase: ExposureCase, hypotheses: readonly Hypothesis[], shift?: Shift): WhatIf {
  const positions = hypotheses.reduce<Positions>(supposed, exposureCase.positions);
  return {
    before: bookExposure(exposureCase),
    after: bookExposure({ ...exposureCase, positions, ...(shift && { shift }) }),
  };
}

function supposed(positions: Positions, hypothesis: Hypothesis, place: number): Positions {
  if (hypothesis.kind === 'add') {
    return withLot(positions, hypothesis.lot);
  }
  const lot = [...positions.condors, ...positions.hedges].find(({ id }) => id === hypothesis.id);
  if (!lot) {
    throw new UnknownLot(hypothesis.id);
  }
  const moved = hypothesis.quantity ?? lot.quantity;
  if (!(moved > 0 && moved <= lot.quantity)) {
    const fault = { kind: 'more-than-held', asked: moved, held: lot.quantity } as const;
    throw new InvalidLots([{ place, fault }]);
  }
  const left = withQuantity(positions, lot.id, lot.quantity - moved);
  return hypothesis.kind === 'remove'
    ? left
    : withLot(left, rolled({ ...lot, quantity: moved }, hypothesis, place));
}

function rolled(lot: Lot, to: Extract<Hypothesis, { kind: 'roll' }>, place: number): Lot {
  const id = `${lot.id}'`;
  if (lot.kind === 'condor') {
    const { expiry, settlement = lot.settlement, strikes = lot.strikes } = to;
    return { ...lot, id, expiry, settlement, strikes };
  }
  switch (lot.instrument) {
    case 'VIX':
      return { ...lot, id, expiry: to.expiry, strike: to.strike ?? lot.strike };
    case 'VX':
    case 'VXM':
      return { ...lot, id, expiry: to.expiry };
    case 'VXX':
    case 'UVXY':
      throw new InvalidLots([
        { place, fault: { kind: 'does-not-take', field: 'expiry', of: lot.instrument } },
      ]);
  }
}

function withLot({ condors, hedges }: Positions, lot: Lot): Positions {
  return lot.kind === 'condor'
    ? { condors: [...condors, lot], hedges }
    : { condors, hedges: [...hedges, lot] };
}

/** With so many contracts of a lot; without it where none are left. */
function withQuantity({ condors, hedges }: Positions, id: string, quantity: number): Positions {
  const changed = <Each extends Condor | Hedge>(lots: readonly Each[]): readonly Each[] =>
    lots.flatMap((lot) => (lot.id !== id ? [lot] : quantity > 0 ? [{ ...lot, quantity }] : []));
  return { condors: changed(condors), hedges: changed(hedges) };
}
