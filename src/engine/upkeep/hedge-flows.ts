import type { HedgeFlow, UnpricedFlow } from '#domain/hedge/upkeep.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { Hedge } from '#domain/book/lot.ts';

/** Dollars per point of one contract, or per dollar of one share. Futures cost nothing to open. */
const SIZES = { VIX: 100, VX: 1_000, VXM: 100, VXX: 1, UVXY: 1 } as const;

/** What hedge lots have cost and brought, oldest first, and what nobody has priced. */
export type HedgeFlows = { readonly flows: readonly HedgeFlow[]; readonly unpriced: readonly UnpricedFlow[] };

/**
 * The money that a book's hedge lots moved: paid when opened, received when closed. What settled is unpriced, for
 * what it settled at is not known, and so is whatever has no cost or price. Lots entered by mistake never were.
 *
 * A future moves no money when it is opened; closed, it moves what it gained or lost in between.
 */
export function hedgeFlows(lots: readonly BookedLot[]): HedgeFlows {
  const moves = lots.flatMap(movesOf);
  return {
    flows: moves
      .filter((move) => 'dollars' in move)
      .toSorted((first, second) => (first.on < second.on ? -1 : first.on > second.on ? 1 : 0)),
    unpriced: moves.filter((move) => 'what' in move),
  };
}

function movesOf({ lot, end }: BookedLot): readonly (HedgeFlow | UnpricedFlow)[] {
  if (lot.kind === 'condor' || end?.how === 'removed') {
    return [];
  }
  const isFuture = lot.instrument === 'VX' || lot.instrument === 'VXM';
  const opened = isFuture
    ? []
    : [move(lot, lot.openedOn, 'opened', lot.cost === undefined ? undefined : -lot.cost)];
  if (!end) {
    return opened;
  }
  if (end.how === 'expired') {
    return [...opened, { lotId: lot.id, on: end.on, what: 'settled' }];
  }
  return [...opened, move(lot, end.on, 'closed', isFuture ? gained(lot, end.price) : end.price)];
}

function gained({ cost }: Hedge, price: number | undefined): number | undefined {
  return cost === undefined || price === undefined ? undefined : price - cost;
}

function move(
  lot: Hedge,
  on: string,
  what: UnpricedFlow['what'],
  points: number | undefined,
): HedgeFlow | UnpricedFlow {
  const lotId = lot.id;
  return points === undefined
    ? { lotId, on, what }
    : { lotId, on, dollars: points * SIZES[lot.instrument] * lot.quantity };
}
