import { jobs } from '#jobs/index.ts';
import type { Upkeep } from '#scheduler/plan-upkeep.ts';
import { createRunner } from '#scheduler/run-due.ts';
import { createBookServices } from '#services/book/create-book-services.ts';
import { createBookFileServices } from '#services/book/create-book-file-services.ts';
import { createRollOffBooks } from '#services/book/roll-off.ts';
import { createBacktestServices } from '#services/history/create-backtest-services.ts';
import { createAnnouncements } from '#services/delivery/announce.ts';
import { createChecklistServices } from '#services/checklist/checklist.ts';
import { createDeliverAlerts, type DeliverAlerts } from '#services/delivery/deliver-alerts.ts';
import { createDoctorServices } from '#services/health/create-doctor-services.ts';
import {
  createForgetServers,
  createPresenceServices,
  withoutDeparted,
} from '#services/health/create-presence-services.ts';
import { createClosesThere } from '#services/signal/closes-there.ts';
import { createEvaluateNow } from '#services/signal/evaluate-now.ts';
import { createEvaluateServers } from '#services/signal/evaluate-servers.ts';
import { createExposureServices } from '#services/hedge/create-exposure-services.ts';
import { createMeasureBook } from '#services/book/measure-book.ts';
import { createReadHoldings } from '#services/book/read-holdings.ts';
import { createExplainDecision, createFindDecisions } from '#services/signal/explain-decision.ts';
import { createForesee } from '#services/signal/foresee.ts';
import { createFollowRelease } from '#services/releases/follow-release.ts';
import { createNoteRevision } from '#services/releases/note-revision.ts';
import type { Services } from '#services/index.ts';
import { createJudgeServer } from '#services/signal/judge-server.ts';
import { createMarketServices } from '#services/market/market-services.ts';
import { createReadSignal } from '#services/signal/read-signal.ts';
import { createReadStatus } from '#services/health/read-status.ts';
import { createRefreshCalendar } from '#services/releases/refresh-calendar.ts';
import { createReviewDecisions } from '#services/signal/review-decisions.ts';
import { createScoreRecommendations } from '#services/signal/score-recommendations.ts';
import { createSetUp } from '#services/settings/set-up.ts';
import { createReleaseServices } from '#services/releases/create-release-services.ts';
import { createOwnEntries } from '#services/signal/own-entries.ts';
import { createHistoryServices } from '#services/signal/signal-history.ts';
import { createTakeSnapshot } from '#services/signal/take-snapshot.ts';
import { createChangeThreshold, createViewThresholds } from '#services/settings/thresholds.ts';
import { createTellSilent } from '#services/delivery/tell-silent.ts';
import type { TimedServices } from '#services/timed.ts';
import { createTellHedgeNews } from '#services/delivery/tell-hedge-news.ts';
import { createTimedServices } from '#services/timed-services.ts';
import { openWindows } from '#services/health/open-windows.ts';
import type { StewardParts } from './steward-parts.ts';

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
