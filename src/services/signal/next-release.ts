import { isProblem } from '#domain/problem.ts';
import { isOpen, type Release } from '#domain/releases/release.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';

/**
 * The release that comes next after an instant, as far as it is known then.
 *
 * @param now - epoch milliseconds (UTC), market clock
 * @returns `undefined` where the calendar has ended, or does not answer: that keeps no decision from being told
 */
export async function nextRelease(
  { releases }: { readonly releases: ReleaseCalendar },
  now: number,
  signal: AbortSignal,
): Promise<Pick<Release, 'kind' | 'scheduledAt'> | undefined> {
  try {
    const coming = (await releases.releases(signal)).filter(
      (release) => isOpen(release) && release.scheduledAt > now,
    );
    const [next] = coming.toSorted((one, other) => one.scheduledAt - other.scheduledAt);
    return next && { kind: next.kind, scheduledAt: next.scheduledAt };
  } catch (error) {
    if (isProblem(error)) {
      return undefined;
    }
    throw error;
  }
}
