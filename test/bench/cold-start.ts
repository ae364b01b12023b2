import { setTimeout as wait } from 'node:timers/promises';
import { createLocalDiscord, type LocalDiscord } from '#playground/local-discord.ts';
import { PING_BOT, startBot, STEWARD } from './bot-process.ts';
import type { Measurement } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { median } from './quantile.ts';
import { EPISODE } from './recorded-case.ts';

const STARTS = 3;

/** It loads all that it answers with, and opens its store. */
const MOST_TIMES = 4;
const MOST = 5_000;

/** Milliseconds between two looks at whether the bot is there. */
const LOOK = 5;
const TIMEOUT = 30_000;

/** How long a bot takes from the start of its process until its commands can be used. */
export const coldStart: Measurement = {
  name: 'cold-start',
  async measure(say) {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let start = 1; start <= STARTS; start += 1) {
      say(`from the start of the process to usable commands, ${start} of ${STARTS}`);
      ours.push(await startToReady(STEWARD, ['--episode', EPISODE, '--speed', '1', '--stay']));
      theirs.push(await startToReady(PING_BOT, []));
    }
    const what = `cold start to usable commands, median of ${STARTS}`;
    return [
      { what, ours: median(ours), unit: 'ms', bar: { kind: 'limit', most: MOST } },
      {
        what,
        ours: median(ours),
        unit: 'ms',
        bar: {
          kind: 'peer',
          name: `bare discord.js ${versionOf('discord.js')}`,
          measured: median(theirs),
          mostTimes: MOST_TIMES,
        },
      },
    ];
  },
};

async function startToReady(entry: URL, args: readonly string[]): Promise<number> {
  const discord = createLocalDiscord({ now: () => Date.now() });
  try {
    const bot = await startBot(entry, args, await discord.start());
    try {
      return (await commandsSet(discord)) - bot.startedAt;
    } finally {
      await bot.kill();
    }
  } finally {
    await discord.stop();
  }
}

/** @returns when the bot was told that its commands are registered, on `performance`'s clock */
async function commandsSet(discord: LocalDiscord): Promise<number> {
  const { timeOrigin } = performance;
  for (const end = performance.now() + TIMEOUT; performance.now() < end; await wait(LOOK)) {
    const registered = discord
      .requests()
      .find((exchange) => exchange.kind === 'rest' && exchange.method === 'PUT' && exchange.status === 200);
    if (registered) {
      return registered.at - timeOrigin;
    }
  }
  throw new Error(`A bot registered no commands within ${TIMEOUT / 1_000} s.`);
}
