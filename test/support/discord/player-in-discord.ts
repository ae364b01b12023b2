import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Player, playOn } from '#wiring/play-on.ts';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordAddress,
} from '#playground/local-discord.ts';
import type { PageMessage } from '#playground/page-protocol.ts';
import type { Log } from '#ports/log.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { judge } from './discord-judge.ts';
import { createHurriedClock, type HurriedClock } from '#test/support/process/hurried-clock.ts';

/** The bot as `npm start` puts it together, in a local Discord in this process. */
export type PlayerInDiscord = {
  readonly discord: LocalDiscord;
  readonly address: LocalDiscordAddress;
  readonly player: Player;
  readonly clock: HurriedClock;
  readonly folder: string;
  /** What was logged as an error, oldest first. */
  readonly errors: readonly string[];
  /** Names of everything else that was logged, oldest first. */
  readonly events: readonly string[];
  /** The alert channel, oldest first. */
  messages(): readonly PageMessage[];
  /**
   * Stops the bot and Discord.
   *
   * @param keep - whether the folder stays, for another to go on from
   * @throws Error naming what Discord's own description of its API does not allow of all that was sent and answered
   */
  close(keep?: { readonly folder: boolean }): Promise<void>;
};

export type PlayerOptions = {
  /** Where an earlier one stood; a new one when absent. */
  readonly folder?: string;
  /** Whether charts are drawn; else there is a dot in their place, with the same words. */
  readonly draws?: boolean;
};

export async function openPlayer({ folder, draws }: PlayerOptions = {}): Promise<PlayerInDiscord> {
  const place = folder ?? (await mkdtemp(join(tmpdir(), 'vega-e2e-')));
  const clock = createHurriedClock();
  const errors: string[] = [];
  const events: string[] = [];
  const discord = createLocalDiscord({
    now: () => clock.now(),
    folder: place,
    messageBucket: { limit: 1_000, windowMs: 1_000 },
  });
  const address = await discord.start();
  const player = await playOn({
    api: address.api,
    token: address.token,
    folder: place,
    speed: 0,
    log: keptLog(errors, events),
    wallClock: clock,
    ...(draws !== true && { charts: dotRenderer }),
  });
  return {
    discord,
    address,
    player,
    clock,
    folder: place,
    errors,
    events,
    messages: () => discord.messages(address.channelId),
    async close(keep) {
      await player.stop();
      await discord.stop();
      if (keep?.folder !== true) {
        await rm(place, { recursive: true, force: true });
      }
      const violations = judge(discord.requests());
      if (violations.length > 0) {
        throw new Error(`Discord does not allow:\n${violations.join('\n')}`);
      }
    },
  };
}

/** A log in two lists. */
export function keptLog(errors: string[], events: string[]): Log {
  const note = (event: string): void => {
    events.push(event);
  };
  return {
    info: note,
    warn: note,
    error: (event, error) => {
      errors.push(`${event}: ${String(error)}`);
    },
  };
}
