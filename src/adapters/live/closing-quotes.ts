import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { DailyClosesSource, IndexName, IndexQuotes } from '#ports/sources/market-data.ts';

/** Milliseconds before its end within which the last volatility of a session may have been told. */
const LAST_TICK = 30_000;

/** Indices whose last value is that of 16:00; the volatility indices go on until 16:15. */
const UNTIL_THE_CLOSE: ReadonlySet<IndexName> = new Set(['RUT', 'SPX', 'IWM', 'SPY']);

type Parts = {
  readonly quotes: IndexQuotes;
  readonly indices: readonly IndexName[];
  readonly calendar: ExchangeCalendar;
};

/**
 * The close of the last session alone, taken from a quote that was made after it.
 *
 * It is there hours before the files of the day are. A quote of a running session gives none.
 */
export function createClosingQuotes({ quotes, indices, calendar }: Parts): DailyClosesSource {
  return {
    source: quotes.source,
    indices,

    async closes(index, signal) {
      const quote = await quotes.quote(index, signal);
      const session = quote && newYorkDay(quote.at);
      const isClose = quote && session && quote.at >= lastAt(index, session, calendar);
      const closes = isClose ? [{ session, close: quote.price }] : [];
      return { closes, source: quotes.source, quality: quote?.quality ?? 'delayed' };
    },
  };
}

function lastAt(index: IndexName, day: string, calendar: ExchangeCalendar): number {
  if (!calendar.covers(day) || !calendar.isSession(day)) {
    return Number.POSITIVE_INFINITY;
  }
  return UNTIL_THE_CLOSE.has(index) ? calendar.closesAt(day) : calendar.usableAt(day) - LAST_TICK;
}
