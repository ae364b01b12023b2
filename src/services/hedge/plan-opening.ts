import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { OrderEffect } from '#domain/hedge/order-effect.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { type OpeningBook, openingTerms, openPriced } from '#engine/plan/opening-terms.ts';
import { orderEffect } from '#engine/plan/order-effect.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { Look } from './look-at-book.ts';

/** What a plan opens on. */
export type PlanBook = {
  readonly record: OpeningBook;
  /** A server's settings; for a member without what it says it holds in contracts, which is not theirs. */
  readonly rules: Settings;
};

/** The server's own record, or a member's lots, for whom no order ever opens. */
export async function planBook(
  { ledger }: { readonly ledger: Pick<OrderLedger, 'orderRecord'> },
  { holdings: { owner, lots }, settings }: Look,
): Promise<PlanBook> {
  return owner.member === undefined
    ? { record: await ledger.orderRecord(owner.server), rules: settings }
    : {
        record: { book: { open: lots.filter(({ end }) => !end) }, orders: [], loose: 0 },
        rules: { ...settings, 'book.condors': null, 'book.hedge': null },
      };
}

/** An opening with the middle and the decay of each of its plans, in their order. */
export type PlannedOpening = { readonly opening: OrderOpening; readonly effects: readonly OrderEffect[] };

/** What would open for a multiplier now, by the function that opens step orders. Nothing is written. */
export function planOpening(
  { calendar }: { readonly calendar: ExchangeCalendar },
  look: Look,
  { record, rules: settings, asked }: PlanBook & { readonly asked: number },
): PlannedOpening {
  const step = { asked, direction: 'either', now: look.holdings.asOf } as const;
  const opening = openPriced(openingTerms(calendar, { record, settings, step }), look.holdings, settings);
  return weighOpening(opening, look);
}

/** The same of an order that has opened already. */
export function weighOpening(opening: OrderOpening, { holdings }: Pick<Look, 'holdings'>): PlannedOpening {
  const plans = opening.kind === 'opens' ? opening.order.plans : [];
  return { opening, effects: plans.map(({ tickets }) => orderEffect(holdings, tickets)) };
}
