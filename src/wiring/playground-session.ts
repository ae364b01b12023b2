import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Env } from '#config/env.ts';
import { createEpisodes } from '#adapters/recorded/episodes.ts';
import type { WallClock } from '#ports/clock.ts';
import type { Log } from '#ports/log.ts';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordAddress,
} from '#playground/local-discord.ts';
import type { StartArguments } from '#cli/start-arguments.ts';
import { isComplete } from '#replay/ending-sentence.ts';
import { playOn, type Player } from './play-on.ts';
import type { ReplayReport } from '#replay/replay-report.ts';
import type { Terminal } from '#cli/terminal.ts';

export type SessionParts = {
  readonly env: Env;
  readonly startArguments: StartArguments;
  readonly terminal: Terminal;
  /** Whether somebody sits at a terminal. */
  readonly isTerminal: boolean;
  readonly log: Log;
  readonly wallClock: WallClock;
};

/** What was played when nobody asked for anything else. */
const USUAL_EPISODE = '2014-09-17';

/** Simulated seconds in one: an hour passes in a second, and a night in four. */
export const USUAL_SPEED = 3_600;

/** A replay's messages all come at once; the channel limit would only eat time. */
const WIDE_BUCKET = { limit: 1_000, windowMs: 1_000 };

/** Under which the local Discord remembers what was being played. */
const PLACE_NOTE = 'place';

const Place = z.object({ episode: z.string(), instant: z.number() });

/** A playground: the local Discord, the bot that is logged in to it, and the episode that is played. */
export type Session = {
  /** Resolves when the episode has ended, never if it is stopped before; rejects if it cannot go on. */
  readonly ended: Promise<ReplayReport>;
  /** Whether the process should end with the episode. */
  readonly endsWithEpisode: boolean;
  stop(): Promise<void>;
};

/** @throws PortTaken, StoreUnusable, UnknownEpisode */
export async function openPlayground(parts: SessionParts): Promise<Session> {
  const { env, startArguments, isTerminal, terminal, log, wallClock } = parts;
  await checkEpisode(startArguments.episode);
  const endsWithEpisode = startArguments.headless || (!isTerminal && !startArguments.stay);
  const { discord, address, folder, forget } = await startLocalDiscord(parts, endsWithEpisode);
  const { api, token, pageUrl } = address;
  const speed = startArguments.speed ?? (endsWithEpisode ? 0 : USUAL_SPEED);
  const player = await playOn({
    api,
    token,
    folder,
    speed,
    log,
    wallClock,
    ...(env.HISTORY_DIR !== undefined && { historyFolder: env.HISTORY_DIR }),
    ...nameOf(startArguments),
  });
  if (!startArguments.headless) {
    terminal.say(`The playground is open: ${pageUrl}`);
  }
  const episode = startArguments.episode ?? placeIn(discord)?.episode ?? USUAL_EPISODE;
  await player.playback.open(episode, { fresh: startArguments.fresh });
  showInTerminal(discord, player, terminal);
  discord.setControl(player.playback);

  let isDone = false;
  return {
    endsWithEpisode,
    ended: player.playback.playToEnd().then((report) => {
      isDone = isComplete(report);
      return report;
    }),
    async stop() {
      await player.stop();
      // What went wrong is looked into where it happened; only a run that went well leaves nothing behind.
      await (isDone ? forget() : discord.stop());
    },
  };
}

type Local = {
  readonly discord: LocalDiscord;
  readonly address: LocalDiscordAddress;
  readonly folder: string;
  /** Stops it, and removes the folder of a run that nobody goes on with. */
  readonly forget: () => Promise<void>;
};

async function startLocalDiscord(
  { env, startArguments, wallClock }: SessionParts,
  isEphemeral: boolean,
): Promise<Local> {
  const folder = isEphemeral ? join(env.DATA_DIR, 'replays', randomUUID()) : join(env.DATA_DIR, 'playground');
  const discord = createLocalDiscord({
    now: () => wallClock.now(),
    folder,
    port: startArguments.port,
    messageBucket: WIDE_BUCKET,
  });
  const forget = async (): Promise<void> => {
    await discord.stop();
    if (isEphemeral) {
      await rm(folder, { recursive: true, force: true });
    }
  };
  try {
    return { discord, address: await discord.start(), folder, forget };
  } catch (error) {
    await forget();
    throw error;
  }
}

/** Nobody can begin a headless run anew, and its Discord ends with it: nothing is taken for another run's. */
function nameOf({ headless }: StartArguments): { readonly name?: string } {
  return headless ? { name: 'headless' } : {};
}

/** Before anything is opened. @throws UnknownEpisode */
async function checkEpisode(episode: string | undefined): Promise<void> {
  if (episode !== undefined) {
    await createEpisodes().open(episode);
  }
}

function showInTerminal(discord: LocalDiscord, { playback }: Player, terminal: Terminal): void {
  discord.onMessage((message, change) => {
    if (change === 'created' && message.ephemeralFor === undefined) {
      terminal.message(message, playback.state().clock);
    }
  });
  playback.subscribe(({ clock, episode, instant, progress }) => {
    terminal.progress(progress, clock);
    const place: z.input<typeof Place> = { episode, instant };
    discord.notes.write(PLACE_NOTE, JSON.stringify(place));
  });
}

function placeIn({ notes }: LocalDiscord): z.output<typeof Place> | undefined {
  const note = notes.read(PLACE_NOTE);
  return note === undefined ? undefined : Place.parse(JSON.parse(note));
}
