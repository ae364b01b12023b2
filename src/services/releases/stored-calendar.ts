import type { Release } from '#domain/releases/release.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { ReleaseLedger } from '#ports/ledger/release-ledger.ts';

/** The release calendar as it is stored: what was seeded, and all that has become of it since. */
export function createStoredCalendar(ledger: Pick<ReleaseLedger, 'storedReleases'>): ReleaseCalendar {
  return { releases: () => ledger.storedReleases() };
}

/**
 * Stores the releases that came with the program; those that are known already are left as they are.
 *
 * @param now - epoch milliseconds (UTC)
 */
export async function seedReleases(
  ledger: Pick<ReleaseLedger, 'changeReleases'>,
  releases: readonly Release[],
  now: number,
): Promise<void> {
  await ledger.changeReleases(releases.map((release) => ({ release, at: now })));
}
