import { type Figure, type Figures, type Forecasts, TICK } from '#domain/releases/print.ts';
import { ImpossibleFigure, ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import { type Release, isOpen } from '#domain/releases/release.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { currentReleases } from './show-calendar.ts';

/** Where no source is connected. */
const NOTHING: Figures = { headline: {}, core: {}, headlineYearly: {} };

/** Figures as people type them, in percent. */
export type TypedFigures = {
  readonly headline?: number;
  readonly core?: number;
  readonly headlineYearly?: number;
};

export type ConsensusEntry = {
  readonly release: string;
  /** Discord id. */
  readonly by: string;
  readonly figures: TypedFigures;
};

type AwaitedDeps = Parameters<typeof currentReleases>[0];

export type ForecastDeps = Pick<EvaluationServices, 'withManualForecasts'> & {
  readonly prints?: Pick<PrintSource, 'consensus'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
};

/**
 * A release whose figures are still to come.
 *
 * @throws ReleaseNotAwaited
 */
export async function awaitedRelease(deps: AwaitedDeps, id: string, signal: AbortSignal): Promise<Release> {
  const release = (await currentReleases(deps, signal)).find((one) => one.id === id);
  if (!release) {
    throw new ReleaseNotAwaited(id, 'unknown');
  }
  if (!isOpen(release)) {
    const isWithdrawn = release.status === 'cancelled' || release.status === 'merged';
    throw new ReleaseNotAwaited(id, isWithdrawn ? 'withdrawn' : 'published');
  }
  return release;
}

/** What counts as consensus in a server by now: what its stewards typed in, else what is captured for everybody. */
export async function ownForecasts(
  { marketClock, withManualForecasts, prints }: ForecastDeps,
  server: string,
  release: Release,
  signal: AbortSignal,
): Promise<Forecasts> {
  const general = await prints?.consensus(release, marketClock.now(), signal);
  return withManualForecasts(server, release, general ?? { figures: NOTHING });
}

/** Figures typed in percent, as ticks. @throws ImpossibleFigure */
export function figuresOf(typed: TypedFigures, name: 'actual' | 'consensus'): Figures {
  const figure = (percent: number | undefined): Figure =>
    percent === undefined ? {} : { [name]: ticksOf(percent) };
  if (typed.headline === undefined && typed.core === undefined && typed.headlineYearly === undefined) {
    throw new ImpossibleFigure('none');
  }
  return {
    headline: figure(typed.headline),
    core: figure(typed.core),
    headlineYearly: figure(typed.headlineYearly),
  };
}

/** Published figures and medians are whole multiples of 0.05 percentage points. */
function ticksOf(percent: number): number {
  const ticks = Number((percent / TICK).toFixed(6));
  if (!Number.isInteger(ticks)) {
    throw new ImpossibleFigure('too-fine');
  }
  return ticks;
}
