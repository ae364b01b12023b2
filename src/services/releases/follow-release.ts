import { changeRelease, type ReleaseChange } from '#domain/releases/release-life.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';

/**
 * Stores what has become of a release.
 *
 * @returns the change, or `undefined` where it stands so already or its life does not have that step
 */
export type FollowRelease = (
  release: Release,
  next: Parameters<typeof changeRelease>[1],
  now: number,
) => Promise<ReleaseChange | undefined>;

export function createFollowRelease(
  ledger: Pick<ReleaseLedger, 'storedReleases' | 'changeReleases'>,
): FollowRelease {
  return async (release, next, now) => {
    const stored = (await ledger.storedReleases()).find(({ id }) => id === release.id);
    const first: readonly ReleaseChange[] = stored ? [] : [{ release, at: now }];
    const change = changeRelease(stored ?? release, next, now);
    const kept = await ledger.changeReleases([...first, ...(change ? [change] : [])]);
    return kept.find(({ before }) => before !== undefined);
  };
}
