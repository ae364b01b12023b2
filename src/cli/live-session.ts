import { exchangeFacts } from '../../config/exchange-calendar.ts';
import { releaseCalendar } from '../../config/release-calendar.ts';
import { thresholds } from '../../config/thresholds.ts';
import { createEpisodes } from '../adapters/recorded/episodes.ts';
import { openStore, type Store } from '../adapters/store/open-store.ts';
import { openedStore } from '../adapters/store/examine-store.ts';
import { assembleSteward, type Steward } from '../app.ts';
import { exchangeCalendar } from '../calendar/exchange-calendar.ts';
import { createStoredCalendar, seedReleases } from '../services/stored-calendar.ts';
import { createChartRenderer } from '../charts/chart-renderer.ts';
import { createNonce } from '../discord/nonce.ts';
import type { Checkup } from '../domain/checkup.ts';
import type { ChartRenderer } from '../ports/chart-renderer.ts';
import type { StudyRenderer } from '../ports/study-renderer.ts';
import { Waker } from '../scheduler/waker.ts';
import { processParts } from './process-parts.ts';
import { connect, type Connection } from './connect.ts';
import { fillBreadth } from './fill-breadth.ts';
import { type LiveSources, openLiveSources } from './live-sources.ts';
import { createPlayEpisode } from './play-episode.ts';
import type { Session, SessionParts } from './playground-session.ts';
import { takeCheckup } from './take-checkup.ts';
import { VERSION } from './version.ts';
import { webParts } from './web-parts.ts';

const LIVE = 'Vega Steward is on Discord, with live sources. /steward status says which.';
const OFF =
  'Vega Steward is on Discord. Live sources are switched off (LIVE_SOURCES): no checks are planned.';

/**
 * The bot on Discord, with live sources. Where they are switched off it plans no check, says so in its status, and plays
 * recorded episodes on request.
 *
 * @throws StoreUnusable, or what logging in throws
 */
export async function openLive(parts: SessionParts, token: string): Promise<Session> {
  const { env, log, wallClock, terminal } = parts;
  const { DISCORD_API: api } = env;
  const store = openStore(env.DATA_DIR, thresholds);
  await store.ledger.reclaimWork();
  await store.ledger.reclaimDeliveries();
  await seedReleases(store.ledger, releaseCalendar, wallClock.now());
  const charts = createChartRenderer();
  const connection = connect({ token, log, wallClock, ...(api !== undefined && { api }) });
  const sources = env.LIVE_SOURCES === 'on' ? sourcesOf(parts, store) : undefined;
  const steward = assembleLive(parts, { store, charts, connection, sources });
  const waker = new Waker({
    async runDue(now, signal) {
      await steward.runDue(now, signal);
      await steward.deliver(signal);
    },
    ledger: store.ledger,
    clock: wallClock,
    log,
  });
  connection.watch();
  await connection.serve(steward.services);
  waker.start();
  const closing = new AbortController();
  const filled = sources && fillBreadth({ market: sources.parts.market, wallClock, log }, closing.signal);
  terminal.say(sources ? LIVE : OFF);

  return {
    endsWithEpisode: false,
    ended: new Promise(() => undefined),
    async stop() {
      closing.abort();
      await filled;
      await waker.stop();
      await connection.stop();
      await charts.stop();
      store.close();
    },
  };
}

type Opened = {
  readonly store: Store;
  readonly charts: ChartRenderer & StudyRenderer;
  readonly connection: Connection;
  /** Nothing where they are switched off. */
  readonly sources: LiveSources | undefined;
};

function sourcesOf({ env, log, wallClock }: SessionParts, { ledger }: Store): LiveSources {
  return openLiveSources({ env, ledger, log, wallClock, calendar: exchangeCalendar(exchangeFacts) });
}

function assembleLive(parts: SessionParts, opened: Opened): Steward {
  const { env, log, wallClock } = parts;
  const { store, charts, connection, sources } = opened;
  const library = createEpisodes();
  const about = { mode: 'live', version: VERSION, startedAt: wallClock.now() } as const;
  const shared = processParts({
    connection,
    charts,
    log,
    wallClock,
    ...(env.HISTORY_DIR !== undefined && { historyFolder: env.HISTORY_DIR }),
  });
  return assembleSteward({
    ...shared,
    store,
    releases: createStoredCalendar(store.ledger),
    dates: [],
    ...sources?.parts,
    marketClock: wallClock,
    nonceOf: createNonce(store.id),
    about: sources ? { ...about, sources: 'live', keys: sources.keys } : { ...about, sources: 'off' },
    episodes: () => library.list(),
    ...(sources && { takeCheckup: () => checkup(parts, opened) }),
    playEpisode: createPlayEpisode({ ...shared, about, library, dataFolder: env.DATA_DIR }),
  });
}

/** Asks within the quotas of the running bot. */
async function checkup({ env, log, wallClock }: SessionParts, { store, charts }: Opened): Promise<Checkup> {
  const { ledger } = store;
  const end = (await ledger.storedReleases()).at(-1)?.scheduledAt;
  return takeCheckup(
    {
      env,
      charts,
      store: openedStore(),
      web: webParts(env, { ledger, wallClock, log }),
      ...(end !== undefined && { releasesEndAt: end }),
    },
    new AbortController().signal,
  );
}
