import { exchangeFacts } from '#config/exchange-facts.ts';
import { releaseCalendar } from '#config/release-calendar.ts';
import { thresholds } from '#config/thresholds.ts';
import { type Store, openStore } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { seedReleases } from '#services/releases/stored-calendar.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import { Waker } from '#scheduler/waker.ts';
import { assembleLive } from './assemble-live.ts';
import { connect } from './connect.ts';
import { httpParts } from './http-parts.ts';
import { type LiveSources, openLiveSources } from './live-sources.ts';
import { providerKeys } from './providers.ts';
import type { Session, SessionParts } from './playground-session.ts';
import type { MarketData } from '#ports/sources/market-data.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';

/** Milliseconds between two askings: sources that allow few questions allow so many a minute. */
const PAUSE = 61_000;

/** Askings after a start: five sessions each, and eighty-one are counted. */
const ASKINGS = 20;

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
  const store = await openStore(env.DATA_DIR, thresholds);
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
  const filled =
    sources?.keys.massive && fillBreadth({ market: sources.parts.market, wallClock, log }, closing.signal);
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
      await store.close();
    },
  };
}

function sourcesOf({ env, log, wallClock }: SessionParts, { ledger }: Store): LiveSources {
  return openLiveSources({
    http: httpParts(env, { ledger, wallClock, log }),
    keys: providerKeys(env),
    ledger,
    calendar: exchangeCalendar(exchangeFacts),
  });
}

type BreadthFill = { readonly market: MarketData; readonly wallClock: WallClock; readonly log: Log };

/** Reads the market once a minute for a while after the start, so that counts are whole before an evaluation needs them. */
async function fillBreadth({ market, wallClock, log }: BreadthFill, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; attempt < ASKINGS && !signal.aborted; attempt++) {
    try {
      await market.history(wallClock.now(), signal);
    } catch (error) {
      log.warn('the market could not be read ahead', { reason: String(error) });
    }
    await wallClock.wait(PAUSE, signal);
  }
}
