import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { rebalanceWindow } from '#calendar/rebalance-window.ts';
import type { BookRecord } from '#domain/book/book-record.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';
import type { PlanStyle } from '#domain/hedge/hedge-plan.ts';
import type { RebalanceWindow } from '#domain/market/session.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bookExposure, type ExposureCase } from '#engine/account/book-exposure.ts';
import { positionsOf } from '#engine/book/book-size.ts';
import { type OpeningCase, openOrder } from './open-order.ts';
import { filledOf, isCounted } from './order-report.ts';
import type { OrderMarks } from './order-scale.ts';
import { ORDER_SESSIONS } from './step-order.ts';
import { withEffect } from './with-effect.ts';

const STYLES: Readonly<Record<Settings['plan.style'], PlanStyle>> = {
  delta: 'delta',
  seed: 'deviations',
  held: 'held',
};

/** The step that an order is for. */
export type OrderStep = {
  readonly asked: number;
  readonly direction: OpeningCase['direction'];
  /** Absent for what a steward sets by hand, and for what somebody only asks about. */
  readonly decision?: Pick<Decision, 'id' | 'evaluation'>;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  /** Where to trade it; absent where it is still to be found. */
  readonly window?: RebalanceWindow;
};

/** What a step is opened on: the book and the orders so far, of a server or of a member, who has none. */
export type OpeningBook = Pick<OrderRecord, 'orders' | 'loose'> & { readonly book: Pick<BookRecord, 'open'> };

/** An opening before anything is priced. */
export type OpeningTerms = Omit<OpeningCase, keyof OrderMarks>;

/** What a step asks of a book, in which window, and until when. */
export function openingTerms(
  calendar: ExchangeCalendar,
  {
    record,
    settings,
    step,
  }: { readonly record: OpeningBook; readonly settings: Settings; readonly step: OrderStep },
): OpeningTerms {
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
    window: step.window ?? rebalanceWindow(step.now, calendar),
    validUntil: calendar.closesAt(calendar.shift(session, ORDER_SESSIONS)),
    meaning,
    style: STYLES[settings['plan.style']],
    settings,
  };
}

/** The order that opens on those terms at the marks of what is held: of a decision, by hand, or only asked about. */
export function openPriced(
  terms: OpeningTerms,
  holdings: Omit<ExposureCase, 'settings' | 'shift'>,
  settings: Settings,
): OrderOpening {
  const opening = openOrder({ ...terms, ...holdings, ...measuredRatio(holdings, settings) });
  return withEffect(opening, { ...holdings, settings });
}

/** Under `absolute` what is filled is H itself. */
function measuredRatio(
  holdings: Omit<ExposureCase, 'settings' | 'shift'>,
  settings: Settings,
): Pick<OpeningCase, 'filled'> {
  if (settings['ratio.meaning'] === 'multiplier') {
    return {};
  }
  const { ratio } = bookExposure({ ...holdings, settings });
  return ratio.known ? { filled: ratio.value } : {};
}
