import type { Env } from '#config/env.ts';
import { createLiveContext } from '#adapters/live/live-context.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { readPrintTable } from '#adapters/recorded/print-table.ts';
import { createRecordedPrints } from '#adapters/recorded/recorded-prints.ts';
import type { StewardParts } from '#steward-parts.ts';
import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { SourceDiagnostics } from '#ports/sources/source-diagnostics.ts';
import type { StatusReport } from '#services/index.ts';
import { createLivePrints } from '#services/releases/live-prints.ts';
import { openMarketSources } from './market-sources.ts';
import { openReleaseSources } from './release-sources.ts';
import { httpParts } from './http-parts.ts';

export type LiveSourceParts = {
  readonly env: Env;
  readonly ledger: Ledger;
  readonly calendar: ExchangeCalendar;
  readonly wallClock: WallClock;
  readonly log: Log;
};

/** Everything that the steward is told from outside, and how it fares. */
export type LiveSources = {
  readonly parts: Required<Pick<StewardParts, 'prints' | 'market' | 'marks' | 'dates' | 'httpClients'>> &
    Pick<StewardParts, 'context'>;
  readonly keys: NonNullable<StatusReport['keys']>;
  readonly diagnostics: SourceDiagnostics;
};

/** Builds every source that the environment allows. Nobody is asked yet. */
export function openLiveSources({ env, ledger, calendar, wallClock, log }: LiveSourceParts): LiveSources {
  const { BLS_API_KEY: blsKey, FRED_API_KEY: fredKey, POLYGON_API_KEY: massiveKey } = env;
  const http = httpParts(env, { ledger, wallClock, log });
  const told = openReleaseSources({
    http,
    ...(blsKey !== undefined && { blsKey }),
    ...(fredKey !== undefined && { fredKey }),
  });
  const traded = openMarketSources({
    http,
    calendar,
    ...(massiveKey !== undefined && { massiveKey }),
    ...(told.context && { context: told.context }),
  });
  const { figures, consensus, dates } = told;
  const past = createRecordedPrints(readPrintTable(EPISODES));
  const { market, marks, diagnostics } = traded;
  return {
    parts: {
      prints: createLivePrints({ figures, consensus, past, ledger, clock: wallClock }),
      market,
      marks,
      dates,
      ...(told.context && { context: createLiveContext({ series: told.context, wallClock }) }),
      httpClients: [...told.httpClients, ...traded.httpClients],
    },
    keys: { bls: blsKey !== undefined, fred: fredKey !== undefined, massive: massiveKey !== undefined },
    diagnostics,
  };
}
