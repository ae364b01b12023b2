import type { LotEvent } from '#domain/book/book-record.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { RealisedProfit } from '#domain/book/realised-profit.ts';
import { HEDGE_SIZES } from '#engine/upkeep/hedge-cost.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';

/**
 * What the lots that were closed in one act have brought: the credit less what was paid for condors, what was received
 * less the cost for hedges. Nothing of what was removed as a mistake or has settled.
 */
export function realisedProfits(events: readonly LotEvent[]): readonly RealisedProfit[] {
  return events.flatMap(({ before, end }) => {
    if (!before || end?.how !== 'closed') {
      return [];
    }
    const points = gainOf(before, end.price);
    const { id: lotId, quantity } = before;
    return [
      { lotId, quantity, ...(points !== undefined && { dollars: points * quantity * sizeOf(before) }) },
    ];
  });
}

/** Points of one contract; unknown where the price of its opening or of its closing is. */
function gainOf(lot: Lot, price: number | undefined): number | undefined {
  const opening = lot.kind === 'condor' ? lot.credit : lot.cost;
  if (opening === undefined || price === undefined) {
    return undefined;
  }
  return lot.kind === 'condor' ? opening - price : price - opening;
}

function sizeOf(lot: Lot): number {
  return lot.kind === 'condor' ? OPTION_MULTIPLIER : HEDGE_SIZES[lot.instrument];
}
