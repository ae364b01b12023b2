import { describe, expect, it } from 'vitest';
import { createClosingQuotes } from '#adapters/live/closing-quotes.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { IndexName } from '#ports/sources/market-data.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);

function closesAt(index: IndexName, day: string, time: string) {
  const at = newYorkInstant(day, time);
  const quotes = {
    source: 'Cboe, delayed',
    quote: () => Promise.resolve({ price: 2_400, at, source: 'Cboe, delayed', quality: 'delayed' as const }),
  };
  return createClosingQuotes({ quotes, indices: [index], calendar }).closes(index, signal);
}

describe('createClosingQuotes', () => {
  it.each<[IndexName, string, string, number]>([
    ['RUT', '2026-11-25', '15:59', 0],
    ['RUT', '2026-11-25', '16:00', 1],
    ['VIX', '2026-11-25', '16:14', 0],
    ['VIX', '2026-11-25', '16:15', 1],
    ['RUT', '2026-11-27', '12:59', 0],
    ['RUT', '2026-11-27', '13:00', 1],
    ['RUT', '2026-11-26', '17:00', 0],
    ['VIX', '2026-11-28', '17:00', 0],
  ])('of %s on %s at %s there are %d closes', async (index, day, time, count) => {
    const { closes } = await closesAt(index, day, time);
    expect(closes).toEqual(count === 0 ? [] : [{ session: day, close: 2_400 }]);
  });
});
