import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { RequestMoment } from '#playground/faults.ts';
import { createLocalDiscord, type LocalDiscord } from '#playground/local-discord.ts';
import { seen } from '#test/support/discord/channel-text.ts';
import { type BotAccount, type BotOrder, type Life, startLife } from '#test/support/process/killable-life.ts';

/** How far a story is played, and from where. */
export type Story = {
  readonly episode: string;
  /** Epoch milliseconds (UTC). */
  readonly until: number;
  /** What an earlier scene has left; a fresh start when absent. */
  readonly from?: string;
  /** Milliseconds that pass between the first life and the next; none when absent. */
  readonly away?: number;
};

/** What is left in the channel and in the store once a life has ended by itself. */
export type Outcome = {
  readonly account: BotAccount;
  /** The channel, oldest first, as people see it. */
  readonly messages: readonly string[];
};

/** A local Discord in this process, and the folder of a bot that lives in others. */
export type Scene = {
  readonly discord: LocalDiscord;
  readonly folder: string;
  start(dieAt?: BotOrder['dieAt']): Life;
  /** Starts lives until one ends by itself; `lives` counts them. @throws Error when one fails */
  playOut(): Promise<Outcome>;
  close(): Promise<void>;
};

/** Lives after which something is wrong: nothing kills the second one. */
const MOST_LIVES = 3;

const WIDE_BUCKET = { limit: 1_000, windowMs: 1_000 };

/** Kept between lives and scenes, so that each starts in half the time. */
const compileCache = join(tmpdir(), 'vega-crash-compile-cache');

export async function openScene({ episode, until, from, away = 0 }: Story): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-crash-'));
  if (from !== undefined) {
    await cp(from, folder, { recursive: true });
  }
  let passed = 0;
  const discord = createLocalDiscord({
    now: () => Date.now() + passed,
    folder,
    messageBucket: WIDE_BUCKET,
  });
  const { api, token, channelId } = await discord.start();
  const start: Scene['start'] = (dieAt) =>
    startLife({ api, token, folder, episode, until, ...(dieAt && { dieAt }) }, compileCache);

  return {
    discord,
    folder,
    start,
    async playOut() {
      passed += away;
      for (let lives = 1; lives <= MOST_LIVES; lives++) {
        const account = await start().ended;
        if (account) {
          return { account, messages: discord.messages(channelId).map(seen) };
        }
      }
      throw new Error('The bot did not come to an end by itself.');
    },
    async close() {
      await discord.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same story, not disturbed. */
export async function undisturbed(story: Story): Promise<Outcome> {
  const scene = await openScene(story);
  onTestFinished(() => scene.close());
  return scene.playOut();
}

/** Kills a life of the bot when its n-th request of a kind, counted from 1, has come so far. */
export function killAtRequest(
  { discord }: Scene,
  life: Life,
  at: { readonly request: number; readonly moment: RequestMoment; readonly route?: string },
): void {
  let count = 0;
  const stop = discord.faults.onRequest(async (moment, { method, route }) => {
    if (moment !== at.moment || (at.route !== undefined && `${method} ${route}` !== at.route)) {
      return;
    }
    count += 1;
    if (count === at.request) {
      stop();
      await life.kill();
    }
  });
}
