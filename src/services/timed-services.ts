import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import { dayZero } from '../calendar/day-zero.ts';
import type { DueWork } from '../domain/due-work.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import { SourceChanged } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { PrintLedger } from '../ports/ledger.ts';
import type { PrintSource } from '../ports/print-source.ts';
import type { ReleaseCalendar } from '../ports/release-calendar.ts';
import type { Announcements } from './announce.ts';
import type { EvaluateServers } from './evaluate-servers.ts';
import type { TimedServices } from './timed.ts';

export type TimedParts = {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: PrintSource;
  readonly ledger: PrintLedger;
  readonly evaluateServers: EvaluateServers;
  readonly announcements: Announcements;
  /** Moves what has settled into the history of its book. */
  readonly rollOffBooks: (now: number) => Promise<void>;
};

/** What the clock may ask for, made of the acts that it takes. */
export function createTimedServices(parts: TimedParts): TimedServices {
  const { announcements, calendar, evaluateServers, ledger } = parts;
  const release = (id: string, signal: AbortSignal): Promise<Release> =>
    findRelease(parts.releases, id, signal);

  return {
    pace: parts.prints?.pace ?? 'keyed',

    async announceRelease(releaseId, now, signal) {
      await announcements.preBrief(await release(releaseId, signal), now, signal);
    },

    async receivePrint(releaseId, now, signal) {
      const print = await parts.prints?.fetch(await release(releaseId, signal), now, signal);
      if (!print) {
        return 'not-out';
      }
      await ledger.keepPrint(print);
      const session = dayZero(print.releasedAt, calendar);
      await evaluateServers({ kind: 'print', session, releaseId }, now, signal);
      return 'received';
    },

    async evaluateMarket(work, now, signal) {
      await parts.rollOffBooks(now);
      const concerned = await evaluateServers(evaluationOf(work), now, signal);
      return concerned > 0 ? 'evaluated' : 'nothing-open';
    },

    async tellLate(releaseId, minutes, now) {
      await announcements.late(await release(releaseId, new AbortController().signal), minutes, now);
    },

    async tellMissed(work, now) {
      await announcements.missed(work, now);
    },
  };
}

function evaluationOf(work: DueWork): Evaluation {
  return work.kind === 'check' && work.time
    ? { kind: 'check', session: work.session, time: work.time }
    : { kind: 'official', session: work.session };
}

async function findRelease(calendar: ReleaseCalendar, id: string, signal: AbortSignal): Promise<Release> {
  const found = (await calendar.releases(signal)).find((release) => release.id === id);
  if (!found) {
    throw new SourceChanged('the release calendar', `it no longer lists ${id}`);
  }
  return found;
}
