import type { Condor, Hedge, Positions } from '#domain/book/lot.ts';
import type { CoverReading } from '#domain/hedge/cover.ts';
import type { OrderDraft, OrderOpening, OrderPlan, OrderTicket } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { coverTable } from '#engine/account/cover.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';
import type { OrderMarks } from './order-scale.ts';

/** The book that an order changes, and how its cover is measured. */
export type EffectCase = OrderMarks & {
  readonly positions: Positions;
  readonly settings: Pick<Settings, 'cover.shock' | 'cover.minLoss'>;
};

/**
 * An opening with what its contracts do to the book: cover once each style is traded, and the credit that its cost is
 * held against. A step that waits for a base size is measured on top of it.
 *
 * @see docs/method.md#cover
 */
export function withEffect(opening: OrderOpening, effectCase: EffectCase): OrderOpening {
  if (opening.kind === 'none') {
    return opening;
  }
  const { next, ...order } = opening.order;
  const credit = creditOf(effectCase.positions.condors);
  const first = order.plans[0]?.tickets ?? [];
  const received = credit === undefined ? {} : { credit };
  return {
    kind: 'opens',
    order: {
      ...order,
      ...received,
      plans: plansOf(order, effectCase, []),
      ...(next && { next: { ...next, ...received, plans: plansOf(next, effectCase, first) } }),
    },
  };
}

function plansOf(
  { plans }: Pick<OrderDraft, 'plans'>,
  effectCase: EffectCase,
  before: readonly OrderTicket[],
): readonly OrderPlan[] {
  return plans.map((plan) => {
    const cover = coverAfter([...before, ...plan.tickets], effectCase);
    return cover ? { ...plan, cover } : plan;
  });
}

/** Cover under the headline's shock once these tickets are traded; `undefined` where nothing is. */
function coverAfter(
  tickets: readonly OrderTicket[],
  { positions, sources, geometry, settings }: EffectCase,
): CoverReading | undefined {
  if (tickets.length === 0) {
    return undefined;
  }
  const { condors } = positions;
  const book = priceBook({ condors, hedges: hedgesAfter(positions.hedges, tickets) }, sources);
  const [spotPercent, volPoints] = settings['cover.shock'];
  const [cover] = coverTable(
    {
      book,
      geometry,
      condors: condors.reduce((sum, { quantity }) => sum + quantity, 0),
      minLoss: settings['cover.minLoss'],
    },
    [{ spotPercent, volPoints }],
  );
  return cover;
}

function hedgesAfter(hedges: readonly Hedge[], tickets: readonly OrderTicket[]): readonly Hedge[] {
  const kept = hedges.flatMap((lot) => {
    const quantity = lot.quantity - soldFrom(lot.id, tickets);
    return quantity > 0 ? [{ ...lot, quantity }] : [];
  });
  const bought = tickets.flatMap(
    ({ side, quantity, layer, right, strike, expiry }, place): readonly Hedge[] =>
      side === 'sell'
        ? []
        : [
            {
              kind: 'hedge',
              id: `ticket ${place + 1}`,
              instrument: 'VIX',
              quantity,
              openedOn: expiry,
              layer,
              right,
              strike,
              expiry,
            },
          ],
  );
  return [...kept, ...bought];
}

function soldFrom(id: string, tickets: readonly OrderTicket[]): number {
  return tickets
    .filter(({ side, lotId }) => side === 'sell' && lotId === id)
    .reduce((sum, { quantity }) => sum + quantity, 0);
}

/** Dollars received for the condors held; `undefined` where there are none, or nobody said of one. */
function creditOf(condors: readonly Condor[]): number | undefined {
  const total = condors.reduce<number | undefined>(
    (sum, { credit, quantity }) =>
      sum === undefined || credit === undefined ? undefined : sum + credit * quantity * OPTION_MULTIPLIER,
    0,
  );
  return total === undefined || total <= 0 ? undefined : total;
}
