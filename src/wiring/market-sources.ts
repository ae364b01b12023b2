import { createCboeQuotes } from '#adapters/cboe/delayed-quotes.ts';
import { createCboeIndexHistory } from '#adapters/cboe/index-history.ts';
import { createCboeOptionChains } from '#adapters/cboe/option-chains.ts';
import { createCboeFuturesCurve } from '#adapters/cboe/settlement.ts';
import { CBOE_TERMS } from '#adapters/cboe/terms.ts';
import { createSourceFindings } from '#adapters/diagnostics/source-findings.ts';
import { createWeb } from '#adapters/http/create-web.ts';
import type { WebParts } from '#adapters/http/web-terms.ts';
import { createIsharesHoldings } from '#adapters/ishares/holdings.ts';
import { ISHARES_TERMS } from '#adapters/ishares/terms.ts';
import { createBillRate } from '#adapters/live/bill-rate.ts';
import { createClosingQuotes } from '#adapters/live/closing-quotes.ts';
import { createLiveMarket } from '#adapters/live/live-market.ts';
import { createLiveMarks } from '#adapters/live/live-marks.ts';
import type { Supplier } from '#adapters/live/supplied.ts';
import { createPolygonBreadth } from '#adapters/polygon/breadth.ts';
import { massiveTerms } from '#adapters/polygon/terms.ts';
import { createYahooCloses } from '#adapters/yahoo/daily-closes.ts';
import { createYahooQuotes } from '#adapters/yahoo/quotes.ts';
import { YAHOO_TERMS } from '#adapters/yahoo/terms.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BreadthCounts } from '#ports/sources/breadth-counts.ts';
import type { ContextSeries } from '#ports/sources/context-series.ts';
import type { IndexName } from '#ports/sources/daily-closes.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { PositionMarks } from '#ports/sources/position-marks.ts';
import type { SourceFindings } from '#ports/sources/source-findings.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';

export type MarketSourceParts = {
  readonly web: WebParts;
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
  readonly findings: SourceFindings;
  /** Every provider's way out, for whoever asks after its health. */
  readonly webs: readonly WatchedWeb[];
};

const QUOTED: readonly IndexName[] = ['RUT', 'SPX', 'VIX', 'VIX9D', 'VIX3M', 'VVIX', 'RVX'];

/** Builds the adapters of all markets. Nothing is asked yet. */
export function openMarketSources(parts: MarketSourceParts): MarketSources {
  const { web, calendar, context } = parts;
  const { wallClock } = web;
  const findings = createSourceFindings(web.log);
  const cboe = createWeb(CBOE_TERMS, web);
  const yahoo = createWeb(YAHOO_TERMS, web);
  const counted = openBreadth(parts);
  const cboeQuotes = createCboeQuotes({ web: cboe });
  const yahooQuotes = createYahooQuotes({ web: yahoo });
  const suppliers: readonly Supplier[] = [
    { house: 'Cboe', source: createCboeIndexHistory({ web: cboe, findings }) },
    { house: 'Yahoo Finance', source: createYahooCloses({ web: yahoo, calendar, findings }) },
    { house: 'Cboe', source: createClosingQuotes({ quotes: cboeQuotes, indices: QUOTED, calendar }) },
  ];
  const shared = { calendar, findings, wallClock, quotes: [yahooQuotes, cboeQuotes] };

  return {
    findings,
    webs: [cboe, yahoo, ...counted.webs],
    market: createLiveMarket({
      ...shared,
      suppliers,
      ...(counted.breadth && { breadth: counted.breadth }),
    }),
    marks: createLiveMarks({
      ...shared,
      chains: createCboeOptionChains({ web: cboe, findings }),
      curve: createCboeFuturesCurve({ web: cboe, findings, calendar }),
      shares: yahooQuotes,
      ...(context && { rate: createBillRate({ series: context, findings, wallClock }) }),
    }),
  };
}

type Counted = { readonly breadth?: BreadthCounts; readonly webs: readonly WatchedWeb[] };

function openBreadth({ web, calendar, massiveKey }: MarketSourceParts): Counted {
  if (massiveKey === undefined) {
    return { webs: [] };
  }
  const terms = massiveTerms(massiveKey);
  const massive = createWeb(terms, web);
  const ishares = createWeb(ISHARES_TERMS, web);
  const breadth = createPolygonBreadth({
    web: massive,
    key: massiveKey,
    constituents: createIsharesHoldings({ web: ishares }),
    calendar,
    wallClock: web.wallClock,
    requestsAMinute: terms.budget.perMinute ?? Number.POSITIVE_INFINITY,
  });
  return { breadth, webs: [massive, ishares] };
}
