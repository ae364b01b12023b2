import type { CapturedForecasts } from '#domain/releases/forecast.ts';
import { ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import { MANUAL } from '#engine/release/choose-forecasts.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import type { ReleaseServices } from './release-services.ts';
import { awaitedRelease, type AwaitedParts, figuresOf, ownForecasts } from './typed-figures.ts';

export type ConsensusParts = AwaitedParts & {
  readonly ledger: Pick<ObservationLedger, 'forecasts' | 'keepForecasts'>;
  readonly watermark?: string;
};

/** Forecasts that a steward types in, with who and when. */
export function createEnterConsensus(parts: ConsensusParts): ReleaseServices['enterConsensus'] {
  const { ledger, marketClock, watermark } = parts;
  return async (server, { release: id, by, figures }, signal) => {
    const now = marketClock.now();
    const release = await awaitedRelease(parts, id, signal);
    if (release.scheduledAt <= now) {
      throw new ReleaseNotAwaited(id, 'out');
    }
    const typed = figuresOf(figures, 'consensus');
    const entry = { figures: typed, source: MANUAL, by, server, nature: 'survey', capturedAt: now } as const;
    await ledger.keepForecasts(id, entry);
    return {
      release,
      forecasts: await ownForecasts(parts, server, release, signal),
      captured: (await ledger.forecasts(id)).filter((one) => countsIn(server, one)).toReversed(),
      ...(watermark !== undefined && { watermark }),
    };
  };
}

function countsIn(server: string, captured: CapturedForecasts): boolean {
  return captured.server === undefined || captured.server === server;
}
