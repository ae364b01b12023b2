import { createCboeQuotes } from '#adapters/cboe/delayed-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/settlement.ts';
import { CBOE_POLICY } from '#adapters/cboe/terms.ts';
import { createSourceDiagnostics } from '#adapters/diagnostics/source-diagnostics.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import { createIsharesHoldings } from '#adapters/ishares/holdings.ts';
import { ISHARES_POLICY } from '#adapters/ishares/terms.ts';
import { createBillRate } from '#adapters/live/bill-rate.ts';
import { createClosingQuotes } from '#adapters/live/closing-quotes.ts';
import { createLiveMarket } from '#adapters/live/live-market.ts';
import { createLiveMarks } from '#adapters/live/live-marks.ts';
import type { Supplier } from '#adapters/live/supplied.ts';
import { createPolygonBreadth } from '#adapters/polygon/breadth.ts';
import { massivePolicy } from '#adapters/polygon/terms.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { createYahooQuotes } from '#adapters/yahoo/quotes.ts';
import { YAHOO_POLICY } from '#adapters/yahoo/terms.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BreadthCounts } from '#ports/sources/breadth-counts.ts';
import type { ContextSeries } from '#ports/sources/context-series.ts';
import type { IndexName } from '#ports/sources/daily-closes.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PositionMarks } from '#ports/sources/position-marks.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';

export type MarketSourceParts = {
  readonly http: HttpParts;
  readonly calendar: ExchangeCalendar;
  /** Of Massive; without it nobody counts advances and declines. */
  readonly massiveKey?: string;
  /** Gives the rate that options are valued with; absent where nobody does. */
  readonly context?: ContextSeries;
};

/** Everything that tells what markets do, and how it fares. */
export type MarketSources = {
  readonly market: MarketData;
  readonly marks: PositionMarks;
  readonly diagnostics: SourceDiagnostics;
  /** Every provider's HTTP client, for whoever asks after its health. */
  readonly httpClients: readonly MonitoredHttpClient[];
};

const QUOTED: readonly IndexName[] = ['RUT', 'SPX', 'VIX', 'VIX9D', 'VIX3M', 'VVIX', 'RVX'];

/** Builds the adapters of all markets. Nothing is asked yet. */
export function openMarketSources(parts: MarketSourceParts): MarketSources {
  const { http, calendar, context } = parts;
  const { wallClock } = http;
  const diagnostics = createSourceDiagnostics(http.log);
  const cboe = createHttpClient(CBOE_POLICY, http);
  const yahoo = createHttpClient(YAHOO_POLICY, http);
  const counted = openBreadth(parts);
  const cboeQuotes = createCboeQuotes({ client: cboe });
  const yahooQuotes = createYahooQuotes({ client: yahoo });
  const suppliers: readonly Supplier[] = [
    { provider: 'Cboe', source: createCboeIndexHistory({ client: cboe, diagnostics }) },
    { provider: 'Yahoo Finance', source: createYahooCloses({ client: yahoo, calendar, diagnostics }) },
    { provider: 'Cboe', source: createClosingQuotes({ quotes: cboeQuotes, indices: QUOTED, calendar }) },
  ];
  const shared = { calendar, diagnostics, wallClock, quotes: [yahooQuotes, cboeQuotes] };

  return {
    diagnostics,
    httpClients: [cboe, yahoo, ...counted.httpClients],
    market: createLiveMarket({
      ...shared,
      suppliers,
      ...(counted.breadth && { breadth: counted.breadth }),
    }),
    marks: createLiveMarks({
      ...shared,
      chains: createCboeOptionChains({ client: cboe, diagnostics }),
      curve: createCboeFuturesCurve({ client: cboe, diagnostics, calendar }),
      shares: yahooQuotes,
      ...(context && { rate: createBillRate({ series: context, diagnostics, wallClock }) }),
    }),
  };
}

type Counted = { readonly breadth?: BreadthCounts; readonly httpClients: readonly MonitoredHttpClient[] };

function openBreadth({ http, calendar, massiveKey }: MarketSourceParts): Counted {
  if (massiveKey === undefined) {
    return { httpClients: [] };
  }
  const policy = massivePolicy(massiveKey);
  const massive = createHttpClient(policy, http);
  const ishares = createHttpClient(ISHARES_POLICY, http);
  const breadth = createPolygonBreadth({
    client: massive,
    key: massiveKey,
    constituents: createIsharesHoldings({ client: ishares }),
    calendar,
    wallClock: http.wallClock,
    requestsAMinute: policy.budget.perMinute ?? Number.POSITIVE_INFINITY,
  });
  return { breadth, httpClients: [massive, ishares] };
}
