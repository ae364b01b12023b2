import type { CapturedForecasts } from '#domain/releases/forecast.ts';
import type { Release } from '#domain/releases/release.ts';

/** Somebody who tells what others expect of a coming release. */
export interface ConsensusSource {
  /** Short name for logs and people, such as `ForexFactory`. */
  readonly source: string;
  /** `survey`: the median of people asked. `nowcast`: a model's figure, never called a consensus. */
  readonly nature: CapturedForecasts['nature'];

  /**
   * @param now - epoch milliseconds (UTC) on the market clock
   * @returns the forecasts as they stand, with when they were captured; `undefined` where it has none for the release.
   *   A forecast captured at or after the release's instant is never given.
   * @throws SourceChanged or SourceUnavailable
   */
  forecasts(release: Release, now: number, signal: AbortSignal): Promise<CapturedForecasts | undefined>;
}
