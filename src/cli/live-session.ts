import { exchangeFacts } from '../../config/exchange-calendar.ts';
import { fomcStatements } from '../../config/fomc.ts';
import { releaseCalendar } from '../../config/release-calendar.ts';
import { thresholds } from '../../config/thresholds.ts';
import { createEpisodes } from '../adapters/recorded/episodes.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { assembleSteward } from '../app.ts';
import { exchangeCalendar } from '../calendar/exchange-calendar.ts';
import { createChartRenderer } from '../charts/chart-renderer.ts';
import { createNonce } from '../discord/nonce.ts';
import { Waker } from '../scheduler/waker.ts';
import { connect } from './connect.ts';
import { createPlayEpisode } from './play-episode.ts';
import type { Session, SessionParts } from './playground-session.ts';
import { VERSION } from './version.ts';

/**
 * The bot on Discord. Until sources of prices and prints are connected it plans no check, says so in its status, and
 * plays recorded episodes on request.
 *
 * @throws StoreUnusable, or what logging in throws
 */
export async function openLive({ env, token, log, wallClock, terminal }: LiveParts): Promise<Session> {
  const startedAt = wallClock.now();
  const store = openStore(env.DATA_DIR, thresholds);
  const { ledger } = store;
  await ledger.reclaimWork();
  await ledger.reclaimDeliveries();
  const library = createEpisodes();
  const charts = createChartRenderer();
  const connection = connect({
    token,
    log,
    wallClock,
    ...(env.DISCORD_API !== undefined && { api: env.DISCORD_API }),
  });
  const shared = {
    calendar: exchangeCalendar(exchangeFacts),
    fomc: fomcStatements,
    thresholds,
    wallClock,
    charts,
    log,
    channel: connection.channel,
    access: connection.access,
  };
  const about = { mode: 'live', version: VERSION, startedAt } as const;
  const steward = assembleSteward({
    ...shared,
    store,
    releases: { releases: () => Promise.resolve(releaseCalendar) },
    marketClock: wallClock,
    nonceOf: createNonce(store.id),
    about: { ...about, sources: 'not-connected' },
    episodes: () => library.list(),
    playEpisode: createPlayEpisode({ ...shared, about, library, dataFolder: env.DATA_DIR }),
  });
  const waker = new Waker({
    runDue: (_, signal) => steward.deliver(signal),
    ledger,
    clock: wallClock,
    log,
  });
  await connection.serve(steward.services);
  waker.start();
  terminal.say('Vega Steward is on Discord. Live sources are not connected yet: no checks are planned.');

  return {
    endsWithEpisode: false,
    ended: new Promise(() => undefined),
    async stop() {
      await waker.stop();
      await connection.stop();
      await charts.stop();
      store.close();
    },
  };
}

type LiveParts = SessionParts & { readonly token: string };
