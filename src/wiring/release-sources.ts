import { createBlsFigures } from '#adapters/bls/figures.ts';
import { createBlsReleaseDates } from '#adapters/bls/release-dates.ts';
import { BLS_CALENDAR_POLICY, blsPolicy } from '#adapters/bls/terms.ts';
import { createClevelandNowcast } from '#adapters/cleveland/nowcast.ts';
import { CLEVELAND_POLICY } from '#adapters/cleveland/terms.ts';
import { FOREX_FACTORY_POLICY } from '#adapters/forexfactory/terms.ts';
import { createForexFactoryConsensus } from '#adapters/forexfactory/weekly-consensus.ts';
import { createFredContext } from '#adapters/fred/context-series.ts';
import { createFredFigures } from '#adapters/fred/figures.ts';
import { createFredReleaseDates } from '#adapters/fred/release-dates.ts';
import { fredPolicy } from '#adapters/fred/terms.ts';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { noting } from '#adapters/http/noting.ts';
import type { HttpParts } from '#adapters/http/client-policy.ts';
import type { ConsensusSource } from '#ports/sources/consensus-source.ts';
import type { ContextSeries } from '#ports/sources/context-series.ts';
import type { FiguresSource } from '#ports/sources/figures-source.ts';
import type { ReleaseDates } from '#ports/sources/release-dates.ts';
import type { MonitoredHttpClient } from '#ports/sources/http-client.ts';

export type ReleaseSourceParts = {
  readonly http: HttpParts;
  /** Of BLS; without it figures are looked for 25 times a day at most. */
  readonly blsKey?: string;
  /** Of FRED; without it there is no second source of figures and dates, and no context. */
  readonly fredKey?: string;
};

/** Everything that tells of releases, and how it fares. */
export type ReleaseSources = {
  /** The publisher first. */
  readonly figures: readonly FiguresSource[];
  readonly dates: readonly ReleaseDates[];
  /** The survey first; the nowcast is for where there is none. */
  readonly consensus: readonly ConsensusSource[];
  readonly context?: ContextSeries;
  /** Every provider's HTTP client, for whoever asks after its health. */
  readonly httpClients: readonly MonitoredHttpClient[];
};

/** Builds the adapters of all that tells of releases. Nothing is asked yet. */
export function openReleaseSources({ http, blsKey, fredKey }: ReleaseSourceParts): ReleaseSources {
  const clock = http.wallClock;
  const bls = createHttpClient(blsPolicy(blsKey), http);
  const calendar = createHttpClient(BLS_CALENDAR_POLICY, http);
  const factory = createHttpClient(FOREX_FACTORY_POLICY, http);
  const cleveland = createHttpClient(CLEVELAND_POLICY, http);
  const own: ReleaseSources = {
    figures: [notedFigures(bls, createBlsFigures({ client: bls, clock, key: blsKey }))],
    dates: [notedDates(calendar, createBlsReleaseDates(calendar))],
    consensus: [
      notedConsensus(factory, createForexFactoryConsensus({ client: factory, clock })),
      notedConsensus(cleveland, createClevelandNowcast({ client: cleveland, clock })),
    ],
    httpClients: [bls, calendar, factory, cleveland],
  };
  return fredKey === undefined ? own : withFred(own, http, fredKey);
}

function withFred(own: ReleaseSources, http: HttpParts, key: string): ReleaseSources {
  const fred = createHttpClient(fredPolicy(key), http);
  const parts = { client: fred, clock: http.wallClock, key };
  return {
    ...own,
    figures: [...own.figures, notedFigures(fred, createFredFigures(parts))],
    dates: [...own.dates, notedDates(fred, createFredReleaseDates(parts))],
    context: notedContext(fred, createFredContext(parts)),
    httpClients: [...own.httpClients, fred],
  };
}

function notedFigures(http: MonitoredHttpClient, figures: FiguresSource): FiguresSource {
  return { ...figures, look: (kind, signal) => noting(http, () => figures.look(kind, signal)) };
}

function notedDates(http: MonitoredHttpClient, dates: ReleaseDates): ReleaseDates {
  return { ...dates, dates: (signal) => noting(http, () => dates.dates(signal)) };
}

function notedConsensus(http: MonitoredHttpClient, consensus: ConsensusSource): ConsensusSource {
  return {
    ...consensus,
    forecasts: (release, now, signal) => noting(http, () => consensus.forecasts(release, now, signal)),
  };
}

function notedContext(http: MonitoredHttpClient, context: ContextSeries): ContextSeries {
  return {
    ...context,
    values: (name, since, signal) => noting(http, () => context.values(name, since, signal)),
  };
}
