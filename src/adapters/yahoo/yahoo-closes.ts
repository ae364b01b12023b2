import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Close } from '#domain/market/session.ts';
import type { DailyClosesSource } from '#ports/sources/market-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { HttpClient } from '#ports/sources/http-client.ts';
import { noteImpossible } from '#adapters/diagnostics/note-impossible.ts';
import { YAHOO, type YahooChart, askChart } from './chart.ts';
import { YAHOO_INDICES, yahooQuality, yahooSymbol } from './symbols.ts';

export type YahooParts = {
  readonly client: HttpClient;
  readonly calendar: ExchangeCalendar;
  readonly diagnostics: SourceDiagnostics;
};

/**
 * Closes of the last two years.
 *
 * The bar of the running session is left out until the session's closes may be used. A bar without a close is left
 * out too: a hole stays a hole.
 */
export function createYahooCloses({ client, calendar, diagnostics }: YahooParts): DailyClosesSource {
  return {
    source: YAHOO,
    indices: YAHOO_INDICES,

    async closes(index, signal) {
      const chart = await askChart(client, { symbol: yahooSymbol(index), range: '2y' }, signal);
      const { closes, refused } = sift(chart, calendar);
      noteImpossible(diagnostics, { subject: index, source: YAHOO, at: chart.askedAt, values: refused });
      if (closes.length === 0) {
        throw new SourceChanged(YAHOO, `${index}: no bar with a close`);
      }
      return { closes, source: YAHOO, quality: yahooQuality(index, 'live') };
    },
  };
}

type Sifted = { readonly closes: readonly Close[]; readonly refused: readonly string[] };

/** The last bar of a session counts: after the close there may be two. */
function sift({ bars, askedAt }: YahooChart, calendar: ExchangeCalendar): Sifted {
  const closes = new Map<string, number>();
  const refused: string[] = [];
  for (const { at, close } of bars) {
    const session = newYorkDay(at);
    if (close === null || !isOver(session, askedAt, calendar)) {
      continue;
    }
    if (close > 0 && Number.isFinite(close)) {
      closes.set(session, close);
    } else {
      refused.push(`${session}: ${close}`);
    }
  }
  const sessions = [...closes].map(([session, close]) => ({ session, close }));
  return { closes: sessions.toSorted((one, other) => (one.session < other.session ? -1 : 1)), refused };
}

function isOver(day: string, askedAt: number, calendar: ExchangeCalendar): boolean {
  return calendar.covers(day) && calendar.isSession(day) && calendar.usableAt(day) <= askedAt;
}
