import type { HttpParts } from '#adapters/http/client-policy.ts';
import { createBillRate } from '#adapters/live/bill-rate.ts';
import { createClosingQuotes } from '#adapters/live/closing-quotes.ts';
import { createLiveContext } from '#adapters/live/live-context.ts';
import { createLiveMarket } from '#adapters/live/live-market.ts';
import { createLiveMarks } from '#adapters/live/live-marks.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { readPrintTable } from '#adapters/recorded/read-print-table.ts';
import { createRecordedPrints } from '#adapters/recorded/recorded-prints.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { IndexName, MarketData, PositionMarks } from '#ports/sources/market-data.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import { createLivePrints } from '#services/releases/live-prints.ts';
import { type ProviderKeys, type Providers, openProviders, providerClients } from './providers.ts';
import type { StatusReport } from '#services/health/read-status.ts';
import type { StewardParts } from '#assemble-steward.ts';

export type LiveSourceParts = {
  readonly http: HttpParts;
  readonly keys: ProviderKeys;
  readonly ledger: Ledger;
  readonly calendar: ExchangeCalendar;
};

/** Everything that the steward is told from outside, and how it fares. */
export type LiveSources = {
  readonly parts: Required<Pick<StewardParts, 'prints' | 'market' | 'marks' | 'dates' | 'httpClients'>> &
    Pick<StewardParts, 'context'>;
  readonly keys: NonNullable<StatusReport['keys']>;
  readonly diagnostics: SourceDiagnostics;
};

const QUOTED: readonly IndexName[] = ['RUT', 'SPX', 'VIX', 'VIX9D', 'VIX3M', 'VVIX', 'RVX'];

/** Builds every source that the keys allow. Nobody is asked yet. */
export function openLiveSources(parts: LiveSourceParts): LiveSources {
  const { http, keys } = parts;
  const providers = openProviders(parts);
  const { bls, fred, diagnostics } = providers;
  return {
    parts: {
      prints: livePrints(providers, parts),
      market: liveMarket(providers, parts),
      marks: liveMarks(providers, parts),
      dates: [bls.releaseDates, ...(fred ? [fred.releaseDates] : [])],
      ...(fred && { context: createLiveContext({ series: fred.context, wallClock: http.wallClock }) }),
      httpClients: providerClients(providers),
    },
    keys: {
      bls: keys.bls !== undefined,
      fred: keys.fred !== undefined,
      massive: keys.massive !== undefined,
    },
    diagnostics,
  };
}

/** The publisher's figures first, and the survey before the nowcast, which is for where there is none. */
function livePrints(
  { bls, fred, forexFactory, clevelandFed }: Providers,
  { http, ledger }: LiveSourceParts,
): PrintSource {
  return createLivePrints({
    figures: [bls.figures, ...(fred ? [fred.figures] : [])],
    consensus: [forexFactory.consensus, clevelandFed.consensus],
    past: createRecordedPrints(readPrintTable(EPISODES)),
    ledger,
    clock: http.wallClock,
  });
}

function liveMarket(
  { cboe, yahoo, massive, diagnostics }: Providers,
  { http: { wallClock }, calendar }: LiveSourceParts,
): MarketData {
  return createLiveMarket({
    suppliers: [
      { provider: 'Cboe', source: cboe.indexHistory },
      { provider: 'Yahoo Finance', source: yahoo.closes },
      { provider: 'Cboe', source: createClosingQuotes({ quotes: cboe.quotes, indices: QUOTED, calendar }) },
    ],
    quotes: [yahoo.quotes, cboe.quotes],
    ...(massive && { breadth: massive.breadth }),
    calendar,
    diagnostics,
    wallClock,
  });
}

function liveMarks(
  { cboe, yahoo, fred, diagnostics }: Providers,
  { http: { wallClock }, calendar }: LiveSourceParts,
): PositionMarks {
  return createLiveMarks({
    chains: cboe.optionChains,
    curve: cboe.futuresCurve,
    quotes: [yahoo.quotes, cboe.quotes],
    shares: yahoo.quotes,
    ...(fred && { rate: createBillRate({ series: fred.context, diagnostics, wallClock }) }),
    calendar,
    diagnostics,
    wallClock,
  });
}
