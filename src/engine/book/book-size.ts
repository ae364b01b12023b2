import type { Lot, Positions } from '#domain/book/lot.ts';
import type { BookSize } from '#domain/book/proposal.ts';

/** Open positions by what they are, in the order in which they stand. */
export function positionsOf(lots: readonly Lot[]): Positions {
  return {
    condors: lots.filter((lot) => lot.kind === 'condor'),
    hedges: lots.filter((lot) => lot.kind === 'hedge'),
  };
}

/** Condors and hedge contracts of a book; shares hedge too, but are no contracts. */
export function bookSize({ condors, hedges }: Positions): BookSize {
  const contracts = hedges.filter(({ instrument }) => instrument !== 'VXX' && instrument !== 'UVXY');
  return { condors: sum(condors), hedges: sum(contracts) };
}

function sum(lots: readonly Lot[]): number {
  return lots.reduce((total, { quantity }) => total + quantity, 0);
}
