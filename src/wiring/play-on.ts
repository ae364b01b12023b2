import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createEpisodes, EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import type { ChartRenderer, StudyRenderer } from '#ports/chart-renderer.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import type { Services } from '#services/index.ts';
import type { openStore } from '#adapters/store/open-store.ts';
import { CHANNELS, SERVER, STEWARD_ROLE } from '#playground/world/cast.ts';
import { processParts } from './process-parts.ts';
import { type Connection, connect } from './connect.ts';
import { createPlayEpisode } from '#replay/play-episode.ts';
import { Playback } from '#replay/playback.ts';
import { openReplay } from '#replay/replay.ts';
import { VERSION } from './version.ts';

export type PlayParts = {
  /** Where a local Discord is, in this process or another. */
  readonly api: string;
  readonly token: string;
  /** Holds what the bot keeps of the episodes. */
  readonly folder: string;
  readonly speed: number;
  readonly log: Log;
  readonly wallClock: WallClock;
  /** What an episode's messages are named after; see `ReplayParts`. */
  readonly name?: string;
  /** Another way to draw, for those who look at words alone. */
  readonly charts?: ChartRenderer & StudyRenderer;
  /** The operator's recorded history; absent without one. */
  readonly historyFolder?: string;
  /** Another way to open the store, for those who watch every write. */
  readonly open?: typeof openStore;
};

/** A bot that plays episodes into a local Discord. */
export type Player = {
  readonly playback: Playback;
  readonly connection: Connection;
  stop(): Promise<void>;
};

function historyOf({ historyFolder }: PlayParts): Pick<PlayParts, 'historyFolder'> {
  return historyFolder === undefined ? {} : { historyFolder };
}

/** Logs in and gets ready to play; nothing is played yet. @throws what `connect` throws */
export async function playOn(parts: PlayParts): Promise<Player> {
  const { api, token, folder, log, speed, wallClock } = parts;
  const startedAt = wallClock.now();
  const library = createEpisodes();
  const charts = parts.charts ?? createChartRenderer();
  const connection = connect({ api, token, log, wallClock, server: SERVER.id });
  const shared = {
    ...processParts({ connection, charts, log, wallClock, ...historyOf(parts) }),
    about: { mode: 'playground', version: VERSION, startedAt } as const,
    ...(parts.open && { open: parts.open }),
  };
  const marks = createRecordedMarks(EPISODES, shared.calendar);
  const playEpisode = createPlayEpisode({ ...shared, library, dataFolder: folder, newId: randomUUID });
  const playback = new Playback({
    episodes: library.list(),
    folder: join(folder, 'episodes'),
    log,
    serve: (services: Services) => connection.serve(services),
    open: async (episode, place, changed) => {
      const recorded = await library.open(episode);
      return openReplay({
        ...shared,
        recorded,
        folder: place,
        server: SERVER.id,
        settings: SETTINGS,
        hasModelBook: true,
        marks,
        episodes: () => library.list(),
        playEpisode,
        speed,
        changed,
        watermark: 'RECORDED',
        ...(parts.name !== undefined && { name: `${parts.name} ${episode}` }),
      });
    },
  });

  return {
    playback,
    connection,
    async stop() {
      await playback.close();
      await connection.stop();
      await charts.stop();
    },
  };
}

/** What the local server begins with: its channel and roles. */
const SETTINGS = [
  { key: 'alerts.channel', text: CHANNELS[0].id },
  { key: 'alerts.role', text: STEWARD_ROLE.id },
  { key: 'steward.role', text: STEWARD_ROLE.id },
];
