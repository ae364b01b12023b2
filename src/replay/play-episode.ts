import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ReplayRunning } from '#domain/problem.ts';
import { EPISODES } from '#adapters/recorded/episodes.ts';
import { createRecordedMarks } from '#adapters/recorded/recorded-marks.ts';
import type { Episodes } from '#ports/sources/episodes.ts';
import type { Services } from '#services/index.ts';
import { openReplay, type Replay, type ReplayParts } from './replay.ts';
import type { ReplayProgress } from '#services/history/play-episode.ts';

export type PlayEpisodeParts = Omit<
  ReplayParts,
  | 'recorded'
  | 'folder'
  | 'server'
  | 'settings'
  | 'hasModelBook'
  | 'marks'
  | 'speed'
  | 'changed'
  | 'episodes'
  | 'playEpisode'
> & {
  readonly library: Episodes;
  /** Where replays keep their stores while they run. */
  readonly dataFolder: string;
  /** Another one each time; names a replay's folder. */
  readonly newId: () => string;
};

/** Printed on every message of a replay in a channel where live alerts may stand beside it. */
const WATERMARK = 'REPLAY · recorded data';

/** Milliseconds between two pieces of news: Discord lets a message be edited about once a second. */
const NEWS_EVERY = 2_000;

/** Plays a recorded episode into any channel, on a model book of its own. One at a time per server. */
export function createPlayEpisode(parts: PlayEpisodeParts): Services['playEpisode'] {
  const running = new Map<string, string>();
  return async ({ server, channel, episode }, tell, signal) => {
    const other = running.get(server);
    if (other !== undefined) {
      throw new ReplayRunning(other);
    }
    running.set(server, episode);
    try {
      return await play(parts, { server, channel, episode }, { tell, signal });
    } finally {
      running.delete(server);
    }
  };
}

type Listening = {
  readonly tell: (news: ReplayProgress) => Promise<void>;
  readonly signal: AbortSignal;
};

async function play(
  parts: PlayEpisodeParts,
  request: { readonly server: string; readonly channel: string; readonly episode: string },
  { tell, signal }: Listening,
): Promise<ReplayProgress> {
  const folder = join(parts.dataFolder, 'replays', parts.newId());
  const recorded = await parts.library.open(request.episode);
  const replay = await openReplay({
    ...parts,
    recorded,
    folder,
    server: request.server,
    settings: [{ key: 'alerts.channel', text: request.channel }],
    // Never the server's own book, nor today's prices: the method's, on what was recorded then.
    hasModelBook: true,
    marks: createRecordedMarks(EPISODES, parts.calendar),
    watermark: WATERMARK,
    isEphemeral: true,
    speed: 0,
    changed: () => undefined,
    episodes: () => parts.library.list(),
    playEpisode: () => Promise.reject(new ReplayRunning(request.episode)),
  });
  const stop = (): void => void replay.stepper.stop();
  signal.addEventListener('abort', stop, { once: true });
  const news = setInterval(() => {
    newsOf(replay)
      .then(tell)
      .catch((error: unknown) => parts.log.error('replay news not told', error));
  }, NEWS_EVERY);
  try {
    await replay.stepper.start();
    return await newsOf(replay);
  } finally {
    clearInterval(news);
    signal.removeEventListener('abort', stop);
    await replay.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function newsOf({ clock, count, episode, stepper }: Replay): Promise<ReplayProgress> {
  return {
    episode: episode.id,
    title: episode.title,
    ...(await count()),
    instant: clock.now(),
    ended: stepper.phase === 'ended',
  };
}
