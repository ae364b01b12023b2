import type { ExchangeCalendar } from './calendar/exchange-calendar.ts';
import type { Checkup } from './domain/checkup.ts';
import type { FomcStatement } from './domain/fomc.ts';
import type { ThresholdBook } from './domain/settings.ts';
import { jobs } from './jobs/index.ts';
import type { AlertChannel } from './ports/alert-channel.ts';
import type { Attachments } from './ports/attachments.ts';
import type { BookFiles } from './ports/book-files.ts';
import type { ChannelAccess } from './ports/channel-access.ts';
import type { ChartRenderer } from './ports/chart-renderer.ts';
import type { MarketClock, WallClock } from './ports/clock.ts';
import type { Ledger } from './ports/ledger.ts';
import type { Log } from './ports/log.ts';
import type { MarketContext } from './ports/market-context.ts';
import type { MarketData } from './ports/market-data.ts';
import type { PositionMarks } from './ports/position-marks.ts';
import type { PrintSource } from './ports/print-source.ts';
import type { ReleaseCalendar } from './ports/release-calendar.ts';
import type { ReleaseDates } from './ports/release-dates.ts';
import type { SettingsStore } from './ports/settings-store.ts';
import type { WatchedWeb } from './ports/web.ts';
import type { Upkeep } from './scheduler/plan-upkeep.ts';
import { createRunner } from './scheduler/run-due.ts';
import { createBookServices } from './services/book/create-book-services.ts';
import { createBookFileServices } from './services/book-files/create-book-file-services.ts';
import { createRollOffBooks } from './services/book/roll-off.ts';
import { createBacktestServices, type LookingBack } from './services/create-backtest-services.ts';
import { createAnnouncements } from './services/announce.ts';
import { createChecklistServices } from './services/checklist.ts';
import { createDeliverAlerts, type DeliverAlerts } from './services/deliver-alerts.ts';
import { createDoctorServices } from './services/create-doctor-services.ts';
import {
  createForgetServers,
  createPresenceServices,
  withoutDeparted,
} from './services/create-presence-services.ts';
import { createClosesThere } from './services/closes-there.ts';
import { createEvaluateNow } from './services/evaluate-now.ts';
import { createEvaluateServers } from './services/evaluate-servers.ts';
import { createExposureServices } from './services/exposure/create-exposure-services.ts';
import { createMeasureBook } from './services/exposure/measure-book.ts';
import { createReadHoldings } from './services/exposure/read-holdings.ts';
import { createExplainDecision, createFindDecisions } from './services/explain-decision.ts';
import { createForesee } from './services/foresee.ts';
import { createFollowRelease } from './services/follow-release.ts';
import { createNoteRevision } from './services/note-revision.ts';
import type { Services, StatusAccount } from './services/index.ts';
import { createJudgeServer } from './services/judge-server.ts';
import { createMarketServices } from './services/market-services.ts';
import { createReadSignal } from './services/read-signal.ts';
import { createReadStatus } from './services/read-status.ts';
import { createRefreshCalendar } from './services/refresh-calendar.ts';
import { createReviewDecisions } from './services/review-decisions.ts';
import { createScoreRecommendations } from './services/score-recommendations.ts';
import { createSetUp } from './services/set-up.ts';
import { createReleaseServices } from './services/create-release-services.ts';
import { createOwnEntries } from './services/own-entries.ts';
import { createHistoryServices } from './services/signal-history.ts';
import { createTakeSnapshot } from './services/take-snapshot.ts';
import { createChangeThreshold, createViewThresholds } from './services/thresholds.ts';
import { createTellSilent } from './services/tell-silent.ts';
import type { TimedServices } from './services/timed.ts';
import { createTellHedgeNews } from './services/tell-hedge-news.ts';
import { createTimedServices } from './services/timed-services.ts';
import { openWindows } from './services/open-windows.ts';

/** Everything that the product is built from. A replay is the same with other sources, clock and store. */
export type StewardParts = {
  readonly store: { readonly ledger: Ledger; readonly settings: SettingsStore };
  readonly calendar: ExchangeCalendar;
  readonly fomc: readonly FomcStatement[];
  readonly thresholds: ThresholdBook;
  readonly releases: ReleaseCalendar;
  /** Who lists release dates; absent where the calendar is recorded and never read again. */
  readonly dates?: readonly ReleaseDates[];
  /** Absent where live sources are switched off. */
  readonly prints?: PrintSource;
  readonly market?: MarketData;
  /** Yields, the dollar and spreads; absent where nobody gives them. */
  readonly context?: MarketContext;
  /** Every provider's way out, to tell which have fallen silent. */
  readonly webs?: readonly WatchedWeb[];
  /** Prices of options and futures; absent where only what people mark by hand counts. */
  readonly marks?: PositionMarks;
  readonly marketClock: MarketClock;
  readonly wallClock: WallClock;
  readonly channel: AlertChannel;
  readonly access: ChannelAccess;
  readonly charts: ChartRenderer;
  /** What people give with commands, and positions as files. */
  readonly attachments: Attachments;
  readonly bookFiles: BookFiles;
  readonly log: Log;
  readonly nonceOf: (key: string, channel: string) => string;
  readonly about: Pick<StatusAccount, 'mode' | 'version' | 'sources' | 'keys' | 'episode' | 'startedAt'>;
  readonly episodes: Services['episodes'];
  readonly playEpisode: Services['playEpisode'];
  readonly lookingBack: LookingBack;
  /** Really asks every source and looks at the machine; absent where data are recorded. */
  readonly takeCheckup?: () => Promise<Checkup>;
  readonly watermark?: string;
  /** A replay beside the server's own steward: its store ends with it. */
  readonly isPassing?: true;
};

/** The product, assembled once: what people ask it, and what the clock makes it do. */
export type Steward = {
  readonly services: Services;
  readonly runDue: (now: number, signal: AbortSignal) => Promise<unknown>;
  readonly deliver: DeliverAlerts;
};

/** Hands every part its parts. Nothing is started here. */
export function assembleSteward(parts: StewardParts): Steward {
  const { ledger } = parts.store;
  const settings = withoutDeparted(parts.store.settings, ledger);
  const shared = { ...parts, ledger, settings };
  const acts = createActs(shared);
  const runner = createRunner({
    ...shared,
    jobs: jobs(createTimed(shared, acts)),
    open: () => openWindows(shared.settings, shared.ledger),
    ...(parts.dates && { upkeep: upkeepOf(parts) }),
  });

  return {
    runDue: (now, signal) => runner.runDue(now, signal),
    deliver: createDeliverAlerts(shared),
    services: createServices(shared, acts),
  };
}

type Shared = StewardParts & StewardParts['store'];
type Acts = ReturnType<typeof createActs>;

/** What both a person and the clock set in motion. */
function createActs(shared: Shared) {
  const takeSnapshot = createTakeSnapshot(shared);
  const readHoldings = createReadHoldings(shared);
  const judgeServer = createJudgeServer({ readHoldings });
  const ownEntries = createOwnEntries(shared);
  const scoreRecommendations = createScoreRecommendations(shared.ledger);
  const acts = { takeSnapshot, readHoldings, judgeServer, ownEntries, scoreRecommendations };
  return {
    ...acts,
    evaluateNow: createEvaluateNow({ ...shared, ...acts }),
    evaluateServers: createEvaluateServers({ ...shared, ...acts }),
  };
}

/** What the clock asks for. */
function createTimed(shared: Shared, acts: Acts): TimedServices {
  const { ledger, dates = [] } = shared;
  const parts = { ...shared, ...acts };
  const announcements = createAnnouncements({ ...parts, foresee: createForesee(parts) });
  const followRelease = createFollowRelease(ledger);
  return createTimedServices({
    ...parts,
    announcements,
    followRelease,
    noteRevision: createNoteRevision({ ledger, followRelease }),
    reviewDecisions: createReviewDecisions({ ...parts, announcements }),
    refreshCalendar: createRefreshCalendar({ ledger, announcements, dates }),
    rollOffBooks: createRollOffBooks(shared),
    forgetServers: createForgetServers(shared),
    tellHedgeNews: createTellHedgeNews(parts),
    closesThere: createClosesThere(acts.takeSnapshot),
    tellSilent: createTellSilent({ ...shared, announcements }),
  });
}

/** What people ask for. */
function createServices(shared: Shared, acts: Acts): Services {
  const { settings, marketClock, episodes, playEpisode } = shared;
  const parts = { ...shared, ...acts };
  const book = createBookServices({ ...parts, measureBook: createMeasureBook(parts) });
  const readStatus = createReadStatus(parts);
  return {
    readSignal: createReadSignal(parts),
    ...createMarketServices(parts),
    ...createHistoryServices(parts),
    explainDecision: createExplainDecision(parts),
    findDecisions: createFindDecisions(parts),
    ...createChecklistServices(parts),
    ...book,
    ...createBookFileServices({ ...parts, book }),
    ...createExposureServices(parts),
    ...createReleaseServices(parts),
    viewThresholds: createViewThresholds(parts),
    changeThreshold: createChangeThreshold(parts),
    ...createBacktestServices(parts),
    setUp: createSetUp(parts),
    readStatus,
    ...createPresenceServices(parts),
    ...createDoctorServices({ ...parts, readStatus }),
    settings: (server) => settings.read(server),
    episodes,
    playEpisode,
    now: () => marketClock.now(),
  };
}

function upkeepOf({ about, market, prints }: StewardParts): Upkeep {
  return { startedAt: about.startedAt, ...(!(market && prints) && { isAlone: true }) };
}
