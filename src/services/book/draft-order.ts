import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { rebalanceWindow } from '#calendar/rebalance-window.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';
import type { PlanStyle } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { bookExposure } from '#engine/account/book-exposure.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import { type OpeningCase, openOrder, openUnpriced } from '#engine/plan/open-order.ts';
import { filledOf, isCounted } from '#engine/plan/order-report.ts';
import { ORDER_SESSIONS } from '#engine/plan/step-order.ts';
import { withEffect } from '#engine/plan/with-effect.ts';
import type { Log } from '#ports/log.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { Bound } from '#services/bind.ts';
import type { Holdings, readHoldings } from './read-holdings.ts';

type DraftDeps = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: Pick<OrderLedger, 'orderRecord'>;
  readonly readHoldings: Bound<typeof readHoldings>;
  readonly log: Pick<Log, 'error'>;
};

const STYLES: Readonly<Record<Settings['plan.style'], PlanStyle>> = {
  delta: 'delta',
  seed: 'deviations',
  held: 'held',
};

/** The step that an order is for. */
export type OrderStep = {
  readonly asked: number;
  readonly direction: OpeningCase['direction'];
  /** Absent for what a steward sets by hand. */
  readonly decision?: Pick<Decision, 'id' | 'evaluation'>;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
};

/**
 * The order of a step, at this moment's marks. Where what is held cannot be measured it opens unpriced, and where it
 * cannot even be read nothing does: no fault of a book or a mark keeps a step from being told.
 */
export async function draftOrder(
  deps: DraftDeps,
  server: string,
  { settings, step }: { readonly settings: Settings; readonly step: OrderStep },
  signal: AbortSignal,
): Promise<OrderOpening> {
  const { ledger, log, calendar } = deps;
  try {
    const record = await ledger.orderRecord(server);
    const terms = termsOf(calendar, { record, settings, step });
    try {
      const holdings = await deps.readHoldings({ server }, { settings, now: step.now }, signal);
      const opening = openOrder({ ...terms, ...holdings, ...measuredRatio(holdings, settings) });
      return withEffect(opening, { ...holdings, settings });
    } catch (error) {
      log.error('order opened without prices', error, { server });
      return openUnpriced(terms);
    }
  } catch (error) {
    log.error('no order could be opened', error, { server });
    return { kind: 'none', reason: 'no-book' };
  }
}

type Around = { readonly record: OrderRecord; readonly settings: Settings; readonly step: OrderStep };

function termsOf(
  calendar: ExchangeCalendar,
  { record, settings, step }: Around,
): Omit<OpeningCase, 'sources' | 'geometry'> {
  const meaning = settings['ratio.meaning'];
  const filled = meaning === 'multiplier' ? filledOf(record, settings) : undefined;
  const session = step.decision?.evaluation.session ?? calendar.lastUsable(step.now);
  const counted = isCounted(record.book, settings) ? settings['book.hedge'] : null;
  return {
    positions: positionsOf(record.book.open.map(({ lot }) => lot)),
    ...(counted && { contracts: counted.reduce((sum, contracts) => sum + contracts, 0) }),
    ...(filled !== undefined && { filled }),
    asked: step.asked,
    direction: step.direction,
    base: settings['ratio.base'],
    ...(step.decision && { decision: step.decision.id }),
    session,
    window: rebalanceWindow(step.now, calendar),
    validUntil: calendar.closesAt(calendar.shift(session, ORDER_SESSIONS)),
    meaning,
    style: STYLES[settings['plan.style']],
    settings,
  };
}

/** Under `absolute` what is filled is H itself. */
function measuredRatio(holdings: Holdings, settings: Settings): Pick<OpeningCase, 'filled'> {
  if (settings['ratio.meaning'] === 'multiplier') {
    return {};
  }
  const { ratio } = bookExposure({ ...holdings, settings });
  return ratio.known ? { filled: ratio.value } : {};
}
