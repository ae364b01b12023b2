import { randomUUID } from 'node:crypto';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import { openedStore } from '#adapters/store/sqlite/examine-store.ts';
import type { Store } from '#adapters/store/open-store.ts';
import { createNonce } from '#discord/delivery/create-nonce.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import type { ChartRenderer, StudyRenderer } from '#ports/chart-renderer.ts';
import { createStoredCalendar } from '#services/releases/stored-calendar.ts';
import { checkup } from './checkup.ts';
import type { Connection } from './connect.ts';
import type { LiveSources } from './live-sources.ts';
import { createPlayEpisode } from '#replay/play-episode.ts';
import type { SessionParts } from './playground-session.ts';
import { processParts } from './process-parts.ts';
import { VERSION } from './version.ts';
import { httpParts } from './http-parts.ts';
import { type Steward, assembleSteward } from '#assemble-steward.ts';

/** What is open while the bot is on Discord. */
export type Opened = {
  readonly store: Store;
  readonly charts: ChartRenderer & StudyRenderer;
  readonly connection: Connection;
  /** Nothing where they are switched off. */
  readonly sources: LiveSources | undefined;
};

type LiveParts = Pick<SessionParts, 'env' | 'log' | 'wallClock'>;

/** The steward of the real Discord, from parts that are open already. */
export function assembleLive(parts: LiveParts, opened: Opened): Steward {
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
    ...(sources && { takeCheckup: () => checkNow(parts, opened) }),
    playEpisode: createPlayEpisode({
      ...shared,
      about,
      library,
      dataFolder: env.DATA_DIR,
      newId: randomUUID,
    }),
  });
}

/** Asks within the quotas of the running bot. */
async function checkNow({ env, log, wallClock }: LiveParts, { store, charts }: Opened): Promise<Checkup> {
  const { ledger } = store;
  const releasesEndAt = (await ledger.storedReleases()).at(-1)?.scheduledAt;
  return checkup({
    env,
    charts,
    store: openedStore(),
    http: httpParts(env, { ledger, wallClock, log }),
    ...(releasesEndAt !== undefined && { releasesEndAt }),
  });
}
