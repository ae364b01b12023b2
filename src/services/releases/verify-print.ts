import type { FindRelease, TimedParts } from '#services/timed-parts.ts';
import type { TimedServices } from '#services/timed.ts';

/** Asks the other sources for a print that was received, and tells where one shows something else. */
export function createVerifyPrint(
  { announcements, prints }: TimedParts,
  { release, kept }: FindRelease,
): TimedServices['verifyPrint'] {
  return async (releaseId, now, signal) => {
    const awaited = await release(releaseId, signal);
    const print = await kept(releaseId, now);
    if (!prints?.verify) {
      return 'nobody-else';
    }
    const standing = print && (await prints.verify(awaited, print, signal));
    if (standing?.kind === 'disputed') {
      const { looks } = standing;
      const degradation = { about: 'print-disputed', release: awaited, looks } as const;
      await announcements.degraded(`${releaseId}.disputed`, degradation, now);
    }
    return standing?.kind === 'confirmed' ? 'settled' : 'waiting';
  };
}
