import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { OrderRefusal } from '#domain/hedge/order-answer.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { HoldingsServices } from '#services/book/index.ts';

/** What the acts on step orders work with. */
export type OrderDeps = Pick<HoldingsServices, 'rollOff'> & {
  readonly calendar: ExchangeCalendar;
  readonly ledger: OrderLedger;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

/** A server's settings and what positions are held against, after what has settled has left its book. */
export async function orderTerms(
  { settings: store, marketClock, calendar, rollOff }: OrderDeps,
  server: string,
): Promise<{ readonly settings: Settings; readonly terms: LotTerms }> {
  const now = marketClock.now();
  await rollOff({ server }, now);
  const { settings } = await store.read(server);
  return {
    settings,
    terms: { now, today: newYorkDay(now), calendar, layers: settings['layers.days'] },
  };
}

/** The open order of that id, or why there is none. */
export function openOrderOf({ orders }: Pick<OrderRecord, 'orders'>, id: string): StepOrder | OrderRefusal {
  const order = orders.find((one) => one.id === id);
  if (!order) {
    return { kind: 'unknown-order', order: id };
  }
  return order.end ? { kind: 'ended', order } : order;
}
