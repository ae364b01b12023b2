import { changeRelease, type Release, type ReleaseChange } from '#domain/releases/release.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';

/**
 * Stores what has become of a release.
 *
 * @returns the change, or `undefined` where it stands so already or its life does not have that step
 */
export async function followRelease(
  { ledger }: { readonly ledger: Pick<ReleaseLedger, 'storedReleases' | 'changeReleases'> },
  release: Release,
  next: Parameters<typeof changeRelease>[1],
  now: number,
): Promise<ReleaseChange | undefined> {
  const stored = (await ledger.storedReleases()).find(({ id }) => id === release.id);
  const first: readonly ReleaseChange[] = stored ? [] : [{ release, at: now }];
  const change = changeRelease(stored ?? release, next, now);
  const changes = await ledger.changeReleases([...first, ...(change ? [change] : [])]);
  return changes.find(({ before }) => before !== undefined);
}
