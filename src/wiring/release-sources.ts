import { createBlsFigures } from '#adapters/bls/figures.ts';
import { createBlsReleaseDates } from '#adapters/bls/release-dates.ts';
import { BLS_CALENDAR_TERMS, blsTerms } from '#adapters/bls/terms.ts';
import { createClevelandNowcast } from '#adapters/cleveland/nowcast.ts';
import { CLEVELAND_TERMS } from '#adapters/cleveland/terms.ts';
import { FOREX_FACTORY_TERMS } from '#adapters/forexfactory/terms.ts';
import { createForexFactoryConsensus } from '#adapters/forexfactory/weekly-consensus.ts';
import { createFredContext } from '#adapters/fred/context-series.ts';
import { createFredFigures } from '#adapters/fred/figures.ts';
import { createFredReleaseDates } from '#adapters/fred/release-dates.ts';
import { fredTerms } from '#adapters/fred/terms.ts';
import { createWeb } from '#adapters/http/create-web.ts';
import { noting } from '#adapters/http/noting.ts';
import type { WebParts } from '#adapters/http/web-terms.ts';
import type { ConsensusSource } from '#ports/sources/consensus-source.ts';
import type { ContextSeries } from '#ports/sources/context-series.ts';
import type { FiguresSource } from '#ports/sources/figures-source.ts';
import type { ReleaseDates } from '#ports/sources/release-dates.ts';
import type { WatchedWeb } from '#ports/sources/web.ts';

export type ReleaseSourceParts = {
  readonly web: WebParts;
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
  /** Every provider's way out, for whoever asks after its health. */
  readonly webs: readonly WatchedWeb[];
};

/** Builds the adapters of all that tells of releases. Nothing is asked yet. */
export function openReleaseSources({ web, blsKey, fredKey }: ReleaseSourceParts): ReleaseSources {
  const clock = web.wallClock;
  const bls = createWeb(blsTerms(blsKey), web);
  const calendar = createWeb(BLS_CALENDAR_TERMS, web);
  const factory = createWeb(FOREX_FACTORY_TERMS, web);
  const cleveland = createWeb(CLEVELAND_TERMS, web);
  const own: ReleaseSources = {
    figures: [notedFigures(bls, createBlsFigures({ web: bls, clock, key: blsKey }))],
    dates: [notedDates(calendar, createBlsReleaseDates(calendar))],
    consensus: [
      notedConsensus(factory, createForexFactoryConsensus({ web: factory, clock })),
      notedConsensus(cleveland, createClevelandNowcast({ web: cleveland, clock })),
    ],
    webs: [bls, calendar, factory, cleveland],
  };
  return fredKey === undefined ? own : withFred(own, web, fredKey);
}

function withFred(own: ReleaseSources, web: WebParts, key: string): ReleaseSources {
  const fred = createWeb(fredTerms(key), web);
  const parts = { web: fred, clock: web.wallClock, key };
  return {
    ...own,
    figures: [...own.figures, notedFigures(fred, createFredFigures(parts))],
    dates: [...own.dates, notedDates(fred, createFredReleaseDates(parts))],
    context: notedContext(fred, createFredContext(parts)),
    webs: [...own.webs, fred],
  };
}

function notedFigures(web: WatchedWeb, figures: FiguresSource): FiguresSource {
  return { ...figures, look: (kind, signal) => noting(web, () => figures.look(kind, signal)) };
}

function notedDates(web: WatchedWeb, dates: ReleaseDates): ReleaseDates {
  return { ...dates, dates: (signal) => noting(web, () => dates.dates(signal)) };
}

function notedConsensus(web: WatchedWeb, consensus: ConsensusSource): ConsensusSource {
  return {
    ...consensus,
    forecasts: (release, now, signal) => noting(web, () => consensus.forecasts(release, now, signal)),
  };
}

function notedContext(web: WatchedWeb, context: ContextSeries): ContextSeries {
  return {
    ...context,
    values: (name, since, signal) => noting(web, () => context.values(name, since, signal)),
  };
}
