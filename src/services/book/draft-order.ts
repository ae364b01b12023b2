import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { openUnpriced } from '#engine/plan/open-unpriced.ts';
import { type OrderStep, openingTerms, openPriced } from '#engine/plan/opening-terms.ts';
import type { Log } from '#ports/log.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { Bound } from '#services/bind.ts';
import type { readHoldings } from './read-holdings.ts';
import type { SharedPrices } from './share-prices.ts';

type DraftDeps = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<OrderLedger, 'orderRecord'>;
  readonly readHoldings: Bound<typeof readHoldings>;
  readonly log: Pick<Log, 'error'>;
};

type OrderQuery = {
  readonly settings: Settings;
  readonly step: OrderStep;
  /** Of the step's instant, where others share them. */
  readonly prices?: SharedPrices;
};

/**
 * The order of a step, at this moment's marks. Where what is held cannot be measured it opens unpriced, and where it
 * cannot even be read nothing does: no fault of a book or a mark keeps a step from being told.
 */
export async function draftOrder(
  deps: DraftDeps,
  server: string,
  { settings, step, prices }: OrderQuery,
  signal: AbortSignal,
): Promise<OrderOpening> {
  const { ledger, log, calendar } = deps;
  try {
    const record = await ledger.orderRecord(server);
    const terms = openingTerms(calendar, { record, settings, step });
    try {
      const holdingsQuery = { settings, now: step.now, ...(prices && { prices }) };
      const holdings = await deps.readHoldings({ server }, holdingsQuery, signal);
      return openPriced(terms, holdings, settings);
    } catch (error) {
      log.error('order opened without prices', error, { server });
      return openUnpriced(terms);
    }
  } catch (error) {
    log.error('no order could be opened', error, { server });
    return { kind: 'none', reason: 'no-book' };
  }
}
