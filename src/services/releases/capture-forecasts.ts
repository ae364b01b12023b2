import type { PrintSource, ReleaseCalendar } from '#ports/sources/release-data.ts';
import { findRelease } from './find-release.ts';

/** Captures what is expected of a coming release, as it stands. @throws SourceChanged or SourceUnavailable */
export async function captureForecasts(
  deps: { readonly releases: ReleaseCalendar; readonly prints?: Pick<PrintSource, 'consensus'> },
  releaseId: string,
  now: number,
  signal: AbortSignal,
): Promise<void> {
  await deps.prints?.consensus(await findRelease(deps, releaseId, signal), now, signal);
}
