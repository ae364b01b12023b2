import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import { dayZero } from '../calendar/day-zero.ts';
import type { DueWork } from '../domain/due-work.ts';
import type { Evaluation } from '../domain/evaluation.ts';
import type { Poll } from '../domain/poll.ts';
import type { Print } from '../domain/print.ts';
import { SourceChanged } from '../domain/problem.ts';
import type { Release } from '../domain/release.ts';
import type { PrintLedger } from '../ports/ledger.ts';
import type { AskedLedger } from '../ports/release-ledger.ts';
import type { PrintSource } from '../ports/print-source.ts';
import type { ReleaseCalendar } from '../ports/release-calendar.ts';
import type { Announcements } from './announce.ts';
import type { EvaluateServers } from './evaluate-servers.ts';
import type { FollowRelease } from './follow-release.ts';
import type { NoteRevision } from './note-revision.ts';
import type { RefreshCalendar } from './refresh-calendar.ts';
import type { ReviewDecisions } from './review-decisions.ts';
import type { TellHedgeNews } from './tell-hedge-news.ts';
import type { TimedServices } from './timed.ts';

export type TimedParts = {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: PrintSource;
  readonly ledger: Pick<PrintLedger, 'keepPrint' | 'prints'> & Pick<AskedLedger, 'polls'>;
  readonly evaluateServers: EvaluateServers;
  readonly announcements: Announcements;
  readonly followRelease: FollowRelease;
  readonly noteRevision: NoteRevision;
  readonly refreshCalendar: RefreshCalendar;
  readonly reviewDecisions: ReviewDecisions;
  readonly forgetServers: () => Promise<void>;
  /** Moves what has settled into the history of its book. */
  readonly rollOffBooks: (now: number) => Promise<void>;
  readonly tellHedgeNews: TellHedgeNews;
};

/** What the clock may ask for, made of the acts that it takes. */
export function createTimedServices(parts: TimedParts): TimedServices {
  const { announcements, calendar, evaluateServers, followRelease, ledger } = parts;
  const release = (id: string, signal: AbortSignal): Promise<Release> =>
    findRelease(parts.releases, id, signal);

  return {
    pace: parts.prints?.pace ?? 'keyed',

    async announceRelease(releaseId, now, signal) {
      await announcements.preBrief(await release(releaseId, signal), now, signal);
    },

    async receivePrint(releaseId, now, signal) {
      const awaited = await release(releaseId, signal);
      // What was kept by a run that failed afterwards: no source shows it as new a second time.
      const kept = (await ledger.prints(now)).find((print) => print.releaseId === releaseId);
      const print = kept ?? (await parts.prints?.fetch(awaited, now, signal));
      if (!print) {
        await followRelease(awaited, { status: 'due' }, now);
        return 'not-out';
      }
      await ledger.keepPrint(print);
      await followRelease(awaited, publishedAs(print), now);
      await parts.noteRevision(print, now);
      const session = dayZero(print.releasedAt, calendar);
      await evaluateServers({ kind: 'print', session, releaseId }, now, signal);
      return 'received';
    },

    evaluateMarket: createEvaluateMarket(parts),

    async tellLate(releaseId, minutes, now) {
      const awaited = await release(releaseId, new AbortController().signal);
      await followRelease(awaited, { status: 'late' }, now);
      const silent = silentSources(await ledger.polls(releaseId));
      await announcements.late(awaited, { minutes, silent }, now);
    },

    async refreshCalendar(now, signal) {
      await parts.refreshCalendar(now, signal);
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

/** What has settled is gone first; after a close, what is due of the hedge is told. */
function createEvaluateMarket(parts: TimedParts): TimedServices['evaluateMarket'] {
  return async (work, now, signal) => {
    await parts.rollOffBooks(now);
    const concerned = await parts.evaluateServers(evaluationOf(work), now, signal);
    if (work.kind === 'official') {
      await parts.tellHedgeNews(now);
    }
    return concerned > 0 ? 'evaluated' : 'nothing-open';
  };
}

/** Without a one-month change of either series it is published in part. */
function publishedAs({ figures, referenceMonth }: Print): Parameters<FollowRelease>[1] {
  const isWhole = figures.headline.actual !== undefined || figures.core.actual !== undefined;
  return { status: isWhole ? 'released' : 'partial', referenceMonth };
}

/** Sources that did not answer the last time that they were asked. */
function silentSources(polls: readonly Poll[]): readonly string[] {
  const latest = new Map(polls.map((poll) => [poll.source, poll]));
  return [...latest.values()].filter(({ saw }) => saw === 'failed').map(({ source }) => source);
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
