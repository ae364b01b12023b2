import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ObservationLedger } from '#ports/ledger/release-ledger.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { Announcements } from '#services/delivery/announce.ts';
import type { ClosesThere } from '#services/signal/closes-there.ts';
import type { EvaluateServers } from '#services/signal/evaluate-servers.ts';
import type { FollowRelease } from '#services/releases/follow-release.ts';
import type { NoteRevision } from '#services/releases/note-revision.ts';
import type { RefreshCalendar } from '#services/releases/refresh-calendar.ts';
import type { ReviewDecisions } from '#services/signal/review-decisions.ts';
import type { TellHedgeNews } from '#services/delivery/tell-hedge-news.ts';
import type { TellSilent } from '#services/delivery/tell-silent.ts';
import type { Print } from '#domain/releases/print.ts';
import type { Release } from '#domain/releases/release.ts';

/** The acts and sources that what the clock asks for is made of. */
export type TimedParts = {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: PrintSource;
  readonly ledger: Pick<PrintLedger, 'keepPrint' | 'prints'> & Pick<ObservationLedger, 'polls'>;
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
