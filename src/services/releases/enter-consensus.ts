import type { CapturedForecasts } from '#domain/releases/captured-forecasts.ts';
import { ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import { MANUAL } from '#engine/release/choose-forecasts.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import type { Forecasts } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';
import {
  awaitedRelease,
  type ConsensusEntry,
  figuresOf,
  type ForecastDeps,
  ownForecasts,
} from './typed-figures.ts';

export type ConsensusReport = {
  readonly release: Release;
  /** What counts in this server from now on. */
  readonly forecasts: Forecasts;
  /** All that was captured and counts for this server or for all, newest first. */
  readonly captured: readonly CapturedForecasts[];
  readonly watermark?: string;
};

type ConsensusDeps = Parameters<typeof awaitedRelease>[0] &
  ForecastDeps & {
    readonly ledger: Pick<ObservationLedger, 'forecasts' | 'keepForecasts'>;
    readonly watermark?: string;
  };

/**
 * Stores a steward's forecasts of a coming release, with who and when. They count in this server alone, before what
 * machines fetch.
 *
 * @throws ReleaseNotAwaited or ImpossibleFigure
 */
export async function enterConsensus(
  deps: ConsensusDeps,
  server: string,
  { release: id, by, figures }: ConsensusEntry,
  signal: AbortSignal,
): Promise<ConsensusReport> {
  const { ledger, marketClock, watermark } = deps;
  const now = marketClock.now();
  const release = await awaitedRelease(deps, id, signal);
  if (release.scheduledAt <= now) {
    throw new ReleaseNotAwaited(id, 'out');
  }
  const typed = figuresOf(figures, 'consensus');
  const entry = { figures: typed, source: MANUAL, by, server, nature: 'survey', capturedAt: now } as const;
  await ledger.keepForecasts(id, entry);
  return {
    release,
    forecasts: await ownForecasts(deps, server, release, signal),
    captured: (await ledger.forecasts(id)).filter((one) => countsIn(server, one)).toReversed(),
    ...(watermark !== undefined && { watermark }),
  };
}

function countsIn(server: string, captured: CapturedForecasts): boolean {
  return captured.server === undefined || captured.server === server;
}
