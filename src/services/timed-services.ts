import type { Poll } from '#domain/releases/poll.ts';
import type { Print } from '#domain/releases/print.ts';
import { SourceChanged } from '#domain/problem.ts';
import type { Release } from '#domain/releases/release.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import { createEvaluateMarket } from '#services/signal/evaluate-market.ts';
import { createReceivePrint } from '#services/releases/receive-print.ts';
import { createVerifyPrint } from '#services/releases/verify-print.ts';
import type { TimedParts } from './timed-parts.ts';
import type { TimedServices } from './timed.ts';

/** What the clock may ask for, made of the acts that it takes. */
export function createTimedServices(parts: TimedParts): TimedServices {
  const { announcements, followRelease, ledger } = parts;
  const release = (id: string, signal: AbortSignal): Promise<Release> =>
    findRelease(parts.releases, id, signal);
  const kept = async (id: string, now: number): Promise<Print | undefined> =>
    (await ledger.prints(now)).find(({ releaseId }) => releaseId === id);

  return {
    pace: parts.prints?.pace ?? 'keyed',

    async announceRelease(releaseId, now, signal) {
      await announcements.preBrief(await release(releaseId, signal), now, signal);
    },

    receivePrint: createReceivePrint(parts, { release, kept }),

    verifyPrint: createVerifyPrint(parts, { release, kept }),

    evaluateMarket: createEvaluateMarket(parts),

    async tellLate(releaseId, minutes, now) {
      const awaited = await release(releaseId, new AbortController().signal);
      await followRelease(awaited, { status: 'late' }, now);
      const silent = silentSources(await ledger.polls(releaseId));
      await announcements.late(awaited, { minutes, silent }, now);
    },

    async refreshCalendar(now, signal) {
      await parts.refreshCalendar(now, signal);
      await parts.tellSilent(now);
    },

    async lookAtHedges(now) {
      await parts.rollOffBooks(now);
      await parts.tellHedgeNews(now);
    },

    async reviewDecisions(now, signal) {
      await parts.reviewDecisions(now, signal);
    },

    forgetServers: parts.forgetServers,

    async captureForecasts(releaseId, now, signal) {
      await parts.prints?.consensus(await release(releaseId, signal), now, signal);
    },

    async tellMissed(work, now) {
      await announcements.missed(work, now);
    },
  };
}

/** Sources that did not answer the last time that they were asked. */
function silentSources(polls: readonly Poll[]): readonly string[] {
  const latest = new Map(polls.map((poll) => [poll.source, poll]));
  return [...latest.values()].filter(({ saw }) => saw === 'failed').map(({ source }) => source);
}

async function findRelease(calendar: ReleaseCalendar, id: string, signal: AbortSignal): Promise<Release> {
  const found = (await calendar.releases(signal)).find((release) => release.id === id);
  if (!found) {
    throw new SourceChanged('the release calendar', `it no longer lists ${id}`);
  }
  return found;
}
