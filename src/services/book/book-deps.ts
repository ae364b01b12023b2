import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { BookSize } from '#domain/book/proposal.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';

/**
 * Values positions for somebody who is asked to approve a change of them.
 *
 * @returns without what cannot be valued; nothing is thrown for it
 */
export type MeasureBook = (
  server: string,
  positions: Positions,
  now: number,
) => Promise<Pick<BookSize, 'ratio' | 'hedgeDollars'>>;

/** What the acts on a book work with. */
export type BookDeps = {
  readonly calendar: ExchangeCalendar;
  readonly ledger: BookLedger & Pick<OrderLedger, 'changeOrders'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  /** Absent where nothing values positions: proposals then show contracts alone. */
  readonly measureBook?: MeasureBook;
  readonly watermark?: string;
};

/** What a position is held against this moment. */
export function termsNow(
  { calendar, marketClock }: Pick<BookDeps, 'calendar' | 'marketClock'>,
  settings: Settings,
): LotTerms {
  const now = marketClock.now();
  return { now, today: newYorkDay(now), calendar, layers: settings['layers.days'] };
}

/** What every answer carries: the day that days are counted from, and the watermark where there is one. */
export function frame({ marketClock, watermark }: Pick<BookDeps, 'marketClock' | 'watermark'>): {
  readonly today: string;
  readonly watermark?: string;
} {
  return { today: newYorkDay(marketClock.now()), ...(watermark !== undefined && { watermark }) };
}
