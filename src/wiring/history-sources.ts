import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { CBOE_TERMS } from '#adapters/cboe/terms.ts';
import { createSourceFindings } from '#adapters/diagnostics/source-findings.ts';
import { firstPrints } from '#adapters/fred/first-prints.ts';
import { fredTerms } from '#adapters/fred/terms.ts';
import { createWeb } from '#adapters/http/create-web.ts';
import type { WebParts } from '#adapters/http/web-terms.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { YAHOO_TERMS } from '#adapters/yahoo/terms.ts';
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
  readonly web: WebParts;
  readonly calendar: ExchangeCalendar;
  readonly fredKey?: string;
}): HistorySources {
  const { web, calendar, fredKey: key } = parts;
  const findings = createSourceFindings(web.log);
  const cboe = createWeb({ ...CBOE_TERMS, largest: LARGEST }, web);
  const yahoo = createWeb(YAHOO_TERMS, web);
  const closes: HistorySources['closes'] = [
    { mark: 'cboe', source: createCboeIndexHistory({ web: cboe, findings }) },
    { mark: 'yahoo', source: createYahooCloses({ web: yahoo, calendar, findings }) },
  ];
  if (key === undefined) {
    return { closes };
  }
  const fred = { web: createWeb({ ...fredTerms(key), largest: LARGEST }, web), clock: web.wallClock, key };
  return { closes, prints: (kind, since, signal) => firstPrints(fred, { kind, since }, signal) };
}
