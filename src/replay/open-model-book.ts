import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import { modelBook } from '#engine/book/model-book.ts';
import { priceSources } from '#engine/valuation/price-book.ts';
import { settlementClock } from '#engine/valuation/settlement-clock.ts';
import type { BookLedger } from '#ports/ledger/book-ledger.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';
import { seedBook } from '#services/book/seed-book.ts';

/** Who opens the book of a replay. */
const MODEL = 'model';

/** Milliseconds for which recorded prices are waited for; they are read from tables. */
const TIMEOUT = 5_000;

/**
 * Gives a server that never held anything the method's own book, opened at the close of the last session before an
 * episode begins, at that close's model marks.
 *
 * @param firstAt - the episode's first instant, epoch milliseconds (UTC)
 */
export async function openModelBook(
  { ledger, marks, calendar }: BookParts,
  owner: BookOwner,
  firstAt: number,
): Promise<void> {
  const openedAt = calendar.usableAt(calendar.lastUsable(firstAt));
  const recorded = await marks.marks(openedAt, AbortSignal.timeout(TIMEOUT));
  const lots = modelBook(priceSources({ ...recorded, manual: [] }, settlementClock(calendar)));
  await seedBook(ledger, owner, lots, { by: MODEL, at: openedAt });
}

type BookParts = {
  readonly ledger: BookLedger;
  readonly marks: PositionMarks;
  readonly calendar: ExchangeCalendar;
};
