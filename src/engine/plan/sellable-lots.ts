import type { Hedge, Positions } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { baseSize } from '#engine/upkeep/base-size.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { shareOfContract } from './filled-multiplier.ts';
import { callLeg, quotedDollars } from './layer-call.ts';
import type { OrderMarks } from './order-scale.ts';
import type { SellableLot } from './step-order.ts';

/** The shock by which the worth of a lot is told: SPX −4 %, VIX +10. */
const SHOCK = { spotPercent: -4, volPoints: 10, days: 0 };

/** What might be sold. */
export type SaleCase = OrderMarks & {
  readonly positions: Positions;
  /** Session of the window: what settles by then is not named. */
  readonly window: Session;
  readonly meaning: Settings['ratio.meaning'];
  readonly order: Parameters<typeof shareOfContract>[0];
  readonly settings: Pick<Settings, 'layers.perTenCondors'>;
};

/**
 * VIX calls that a down-order may sell, with what one contract gains under the shock and fetches. Step contracts; under
 * `absolute`, which knows no shares, whatever a layer holds beyond its base size.
 */
export function sellableLots(sale: SaleCase): readonly SellableLot[] {
  const { positions, window, sources, geometry } = sale;
  const book = priceBook({ condors: [], hedges: positions.hedges }, sources);
  const before = valueBook(book, { geometry, shift: UNSHIFTED }).values;
  const after = valueBook(book, { geometry, shift: SHOCK }).values;
  const spareOf = spareContracts(sale);
  return positions.hedges.flatMap((lot) => {
    if (lot.instrument !== 'VIX' || lot.right !== 'call' || lot.expiry <= window) {
      return [];
    }
    const present = before.find(({ lotId }) => lotId === lot.id);
    const shocked = after.find(({ lotId }) => lotId === lot.id);
    const each = shareOf(lot, present && present.exposure / lot.quantity, sale);
    const quotes = quotedDollars(callLeg(lot.expiry, lot.strike), sources);
    return each === undefined
      ? []
      : [
          {
            lot,
            each,
            spare: spareOf(lot),
            ...(present && { theoretical: present.value / lot.quantity }),
            ...(present && shocked && { coverGain: (shocked.value - present.value) / lot.quantity }),
            ...(quotes.bid !== undefined && { bid: quotes.bid }),
          },
        ];
  });
}

function shareOf(lot: Hedge, unit: number | undefined, { meaning, order }: SaleCase): number | undefined {
  return meaning === 'multiplier' ? lot.step?.each : shareOfContract(order, unit);
}

/** Contracts of a lot's layer beyond the base size; all of what belongs to no layer. */
export function spareContracts({
  positions,
  settings,
}: Pick<SaleCase, 'positions' | 'settings'>): (lot: Hedge) => number {
  const condors = positions.condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const bases = baseSize(condors, settings['layers.perTenCondors']);
  return ({ layer, quantity }) => {
    if (!layer) {
      return quantity;
    }
    const held = positions.hedges
      .filter((lot) => lot.layer === layer)
      .reduce((sum, lot) => sum + lot.quantity, 0);
    return Math.max(0, held - bases[layer]);
  };
}
