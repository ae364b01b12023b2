import { dayZero } from '#calendar/day-zero.ts';
import type { Print } from '#domain/releases/print.ts';
import type { FollowRelease } from './follow-release.ts';
import type { FindRelease, TimedParts } from '#services/timed-parts.ts';
import type { TimedServices } from '#services/timed.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';

/** Asks for figures; once they are there, keeps them and evaluates every server. */
export function createReceivePrint(
  parts: TimedParts,
  { release, kept }: FindRelease,
): TimedServices['receivePrint'] {
  const { announcements, calendar, evaluateServers, followRelease, ledger } = parts;
  return async (releaseId, now, signal) => {
    const awaited = await release(releaseId, signal);
    // What was kept by a run that failed afterwards: no source shows it as new a second time.
    const print = (await kept(releaseId, now)) ?? (await parts.prints?.fetch(awaited, now, signal));
    if (!print) {
      await followRelease(awaited, { status: 'due' }, now);
      return 'not-out';
    }
    await ledger.keepPrint(print);
    await followRelease(awaited, publishedAs(print), now);
    await parts.noteRevision(print, now);
    const session = dayZero(print.releasedAt, calendar);
    // It was asked for after the work began, and would not be known yet at that instant.
    const known = Math.max(now, print.receivedAt);
    await alertOnOutage(evaluateServers({ kind: 'print', session, releaseId }, known, signal), (source) =>
      announcements.degraded(
        `${releaseId}.print`,
        { about: 'print-unjudged', release: awaited, source },
        now,
      ),
    );
    return 'received';
  };
}

/** Without a one-month change of either series it is published in part. */
function publishedAs({ figures, referenceMonth }: Print): Parameters<FollowRelease>[1] {
  const isWhole = figures.headline.actual !== undefined || figures.core.actual !== undefined;
  return { status: isWhole ? 'released' : 'partial', referenceMonth };
}
