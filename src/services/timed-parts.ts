import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { PrintLedger } from '#ports/ledger.ts';
import type { AskedLedger } from '#ports/release-ledger.ts';
import type { PrintSource } from '#ports/print-source.ts';
import type { ReleaseCalendar } from '#ports/release-calendar.ts';
import type { Announcements } from './announce.ts';
import type { ClosesThere } from './closes-there.ts';
import type { EvaluateServers } from './evaluate-servers.ts';
import type { FollowRelease } from './follow-release.ts';
import type { NoteRevision } from './note-revision.ts';
import type { RefreshCalendar } from './refresh-calendar.ts';
import type { ReviewDecisions } from './review-decisions.ts';
import type { TellHedgeNews } from './tell-hedge-news.ts';
import type { TellSilent } from './tell-silent.ts';
import type { Print } from '#domain/print.ts';
import type { Release } from '#domain/release.ts';

/** The acts and sources that what the clock asks for is made of. */
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
  readonly closesThere: ClosesThere;
  readonly tellSilent: TellSilent;
  readonly forgetServers: () => Promise<void>;
  /** Moves what has settled into the history of its book. */
  readonly rollOffBooks: (now: number) => Promise<void>;
  readonly tellHedgeNews: TellHedgeNews;
};

/** How releases and their prints are found by the name of the release. */
export type FindRelease = {
  readonly release: (id: string, signal: AbortSignal) => Promise<Release>;
  readonly kept: (id: string, now: number) => Promise<Print | undefined>;
};
