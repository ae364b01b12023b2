import { newYorkInstant } from '#calendar/new-york.ts';
import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Session } from '#domain/market/session.ts';
import type { Print } from '#domain/releases/print.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import { aKnownPrint } from './known-print.ts';

const ORIGIN = { source: 'a fake', quality: 'recorded' } as const;

/** A history with a close and counts for each session told. */
export function historyOf(sessions: readonly Session[]): MarketHistory {
  const closes = (first: number): DailyCloses => ({
    ...ORIGIN,
    closes: sessions.map((session, place) => ({ session, close: first + place })),
  });
  const counts = (universe: string): DailyBreadth => ({
    ...ORIGIN,
    universe,
    days: sessions.map((session) => ({ session, advances: 300, declines: 290 })),
  });
  return {
    rut: closes(2500),
    spx: closes(6800),
    vix: closes(15),
    vix3m: closes(18),
    breadth: { small: counts('S&P 600'), large: counts('S&P 500') },
  };
}

/** A market that gives one history, and no quotes but those told. */
export function fakeMarket(
  history: MarketHistory,
  quotes?: Awaited<ReturnType<MarketData['quotes']>>,
): MarketData {
  return { source: 'a fake', history: async () => history, quotes: async () => quotes };
}

/** A source that has one earlier print of every report, of the month before a release. */
export function fakePrintSource(status?: PrintSource['status']): PrintSource {
  return {
    source: 'a fake',
    pace: 'keyed',
    fetch: async () => undefined,
    consensus: async () => undefined,
    history: async (kind, before) => [
      { date: `${kind} before ${new Date(before).toISOString().slice(0, 10)}`, figures: aPrint('').figures },
    ],
    ...(status && { status }),
  };
}

/** A print of 08:30 New York time, received at once. */
export function aPrint(day: string, otherwise: Partial<Print> = {}): Print {
  const at = day === '' ? 0 : newYorkInstant(day, '08:30');
  return {
    ...aKnownPrint().print,
    releaseId: `CPI-${day}`,
    scheduledAt: at,
    releasedAt: at,
    receivedAt: at,
    ...otherwise,
  };
}
