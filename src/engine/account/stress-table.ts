import type { Ratio, StressRow } from '#domain/hedge/book-exposure.ts';
import type { HeldLeg, LegValue, Shift } from '#domain/hedge/valuation.ts';
import { type PricedBook, type PricedLeg, contractSize } from '#engine/valuation/priced-leg.ts';
import { type VegaCase, isCondorLeg, plausibleRatio } from './vega-exposure.ts';
import { UNSHIFTED, type ValuationCase, valueLeg } from '#engine/valuation/value-leg.ts';
import { netLegs } from '#engine/valuation/net-legs.ts';

const shock = (volPoints: number, spotPercent = 0): Shift => ({ volPoints, spotPercent, days: 0 });

/** The shocks that are always shown: volatility alone, then with the fall of SPX that tends to come with it. */
export const SHOCKS: readonly Shift[] = [
  shock(1),
  shock(5),
  shock(10),
  shock(20),
  shock(5, -2),
  shock(10, -4),
  shock(20, -8),
];

/**
 * What a book gains and loses at once in each shock, everything priced again, and H(s): what the counted hedge
 * makes of the condors' loss. As the shock becomes small, H(s) becomes H.
 *
 * @see docs/method.md#shocks
 */
export function stressTable(
  vegaCase: Omit<VegaCase, 'shift'>,
  shocks: readonly Shift[] = SHOCKS,
): readonly StressRow[] {
  const { book } = vegaCase;
  const at = { asOf: book.asOf, geometry: vegaCase.geometry };
  const hedge = countedLegs(book, vegaCase.expirations);
  const losses = legsGains(book.legs.filter(isCondorLeg), at, shocks);
  const gains = legsGains(hedge, at, shocks);
  const isBlind = hedge.length === 0 && book.unvalued.some((held) => !isCondorLeg(held));
  return shocks.map((shift, place) => {
    const condors = losses[place] ?? 0;
    const made = gains[place] ?? 0;
    return { shift, condors, hedge: made, ratio: stressRatio(book, condors, isBlind ? undefined : made) };
  });
}

/** @param made - absent where no leg of the hedge could be valued */
function stressRatio(book: PricedBook, lost: number, made: number | undefined): Ratio {
  if (!book.legs.some(isCondorLeg)) {
    return { known: false, reason: book.unvalued.some(isCondorLeg) ? 'unvalued' : 'no-condors' };
  }
  if (!(lost < 0)) {
    return { known: false, reason: 'no-loss' };
  }
  return made === undefined
    ? { known: false, reason: 'unvalued' }
    : plausibleRatio(made / -lost, book.unvalued.length > 0);
}

/** Hedge legs of the expirations that the ratio is measured over, as `hedgeRows` counts them. */
function countedLegs(book: PricedBook, expirations: number): readonly PricedLeg[] {
  const expiries = [...book.legs, ...book.unvalued].filter((held) => !isCondorLeg(held)).map(expiryOf);
  const counted = new Set(
    [...new Set(expiries)]
      .filter((expiry) => expiry !== undefined)
      .toSorted()
      .slice(0, expirations),
  );
  return book.legs.filter((held) => {
    const expiry = expiryOf(held);
    return !isCondorLeg(held) && (expiry === undefined || counted.has(expiry));
  });
}

function expiryOf({ leg }: HeldLeg): string | undefined {
  return leg.kind === 'shares' ? undefined : leg.expiry;
}

/** Dollars that legs gain at once in each shock against `from`, as the market is where absent, in the shocks' order. */
export function legsGains(
  legs: readonly PricedLeg[],
  at: Omit<ValuationCase, 'shift'> & { readonly from?: Shift },
  shocks: readonly Shift[],
): readonly number[] {
  const nets = netLegs(legs).map((priced) => ({
    priced,
    before: valueLeg(priced, { ...at, shift: at.from ?? UNSHIFTED }),
  }));
  return shocks.map((shift) =>
    nets.reduce((sum, { priced, before }) => {
      const after = valueLeg(priced, { ...at, shift });
      return before && after ? sum + priceDifference(before, after) : sum;
    }, 0),
  );
}

function priceDifference(before: LegValue, after: LegValue): number {
  return before.leg.quantity * contractSize(before.leg) * (after.price - before.price);
}
