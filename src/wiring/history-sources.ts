import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { CBOE_POLICY } from '#adapters/cboe/terms.ts';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import { firstPrints } from '#adapters/fred/first-prints.ts';
import { fredPolicy } from '#adapters/fred/terms.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { YAHOO_POLICY } from '#adapters/yahoo/terms.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { FirstPrint } from '#domain/releases/first-print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import type { DailyClosesSource } from '#ports/sources/daily-closes.ts';

/** Who gives history. */
export type HistorySources = {
  /** Whole histories first, the last two years after them. */
  readonly closes: readonly { readonly mark: 'cboe' | 'yahoo'; readonly source: DailyClosesSource }[];
  /** Absent without a key of FRED. @throws SourceUnavailable or SourceChanged */
  readonly prints?: (kind: ReleaseKind, since: string, signal: AbortSignal) => Promise<readonly FirstPrint[]>;
};

/** Bytes of forty years of an index, day by day, and of every level that a series of prices ever had. */
const LARGEST = 32 * 1024 * 1024;

/** Builds the adapters of all that gives history. Nothing is asked yet. */
export function openHistorySources(parts: {
  readonly http: HttpParts;
  readonly calendar: ExchangeCalendar;
  readonly fredKey?: string;
}): HistorySources {
  const { http, calendar, fredKey: key } = parts;
  const diagnostics = createSourceDiagnostics(http.log);
  const cboe = createHttpClient({ ...CBOE_POLICY, largest: LARGEST }, http);
  const yahoo = createHttpClient(YAHOO_POLICY, http);
  const closes: HistorySources['closes'] = [
    { mark: 'cboe', source: createCboeIndexHistory({ client: cboe, diagnostics }) },
    { mark: 'yahoo', source: createYahooCloses({ client: yahoo, calendar, diagnostics }) },
  ];
  if (key === undefined) {
    return { closes };
  }
  const fred = {
    client: createHttpClient({ ...fredPolicy(key), largest: LARGEST }, http),
    clock: http.wallClock,
    key,
  };
  return { closes, prints: (kind, since, signal) => firstPrints(fred, { kind, since }, signal) };
}
