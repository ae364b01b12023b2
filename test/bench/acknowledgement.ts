import { setTimeout as wait } from 'node:timers/promises';
import { createLocalDiscord, type LocalDiscord } from '#playground/local-discord.ts';
import { type BotProcess, type Memory, PING_BOT, startBot, STEWARD } from './bot-process.ts';
import type { Bar, Measurement, Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { quantile } from './quantile.ts';
import { EPISODE } from './recorded-case.ts';

const COMMANDS = 1_000;
const WARM_UP = 24;
const TOLD_EVERY = 250;

/**
 * Commands a second. A deferred answer takes two requests and discord.js sends 50 a second at most, so at a higher
 * pace its queue would be measured.
 */
const PACE = 24;
const HALF_A_BEAT = 1_000 / PACE / 2;

const MOST_TIMES = 1.5;
const MOST_TIMES_RARELY = 2.5;
/** Discord waits three seconds for a first answer. */
const MOST_TO_ANSWER = 3_000;
/** The thread that draws is most of it. */
const MOST_TIMES_MEMORY = 5;

const MEBIBYTE = 1_024 * 1_024;
/** An episode's messages come at once. */
const WIDE_BUCKET = { limit: 1_000, windowMs: 1_000 };

/** One bot, the local Discord that it is logged in to, and a command that it has. */
type Place = {
  readonly discord: LocalDiscord;
  readonly bot: BotProcess;
  readonly command: string;
  /** Milliseconds, one per command. */
  readonly acknowledged: number[];
  readonly answered: number[];
};

/**
 * From the dispatch of a command to its acknowledgement, over 1,000 commands: the whole bot with an episode behind
 * it, and a bare one that says pong. Each has a process of its own; they are asked in turn.
 */
export const acknowledgement: Measurement = {
  name: 'acknowledgement',
  async measure(say) {
    say('two bots log in, ours plays its episode');
    const args = ['--episode', EPISODE, '--speed', '0', '--stay'];
    const ours = await open(STEWARD, args, { command: 'signal now', ready: 'messages arrived' });
    const theirs = await open(PING_BOT, [], { command: 'ping', ready: 'ready' });
    await ask([ours, theirs], WARM_UP, say);
    forget(ours, theirs);
    await ask([ours, theirs], COMMANDS, say);
    const memory = { ours: await close(ours), theirs: await close(theirs) };
    return rowsOf(ours, theirs, memory);
  },
};

async function open(
  entry: URL,
  args: readonly string[],
  { command, ready }: { readonly command: string; readonly ready: string },
): Promise<Place> {
  const discord = createLocalDiscord({ now: () => Date.now(), messageBucket: WIDE_BUCKET });
  const bot = await startBot(entry, args, await discord.start());
  await bot.said(ready);
  return { discord, bot, command, acknowledged: [], answered: [] };
}

async function close({ discord, bot }: Place): Promise<Memory> {
  const memory = await bot.stop();
  await discord.stop();
  return memory;
}

function forget(...places: readonly Place[]): void {
  for (const { acknowledged, answered } of places) {
    acknowledged.length = 0;
    answered.length = 0;
  }
}

/** Asks both bots at the same pace, half a beat apart; who comes first changes, lest one always follow the other. */
async function ask(
  places: readonly [Place, Place],
  times: number,
  say: (step: string) => void,
): Promise<void> {
  for (let time = 1; time <= times; time += 1) {
    for (const place of time % 2 === 0 ? places : places.toReversed()) {
      const begun = performance.now();
      await askOnce(place);
      await wait(Math.max(0, begun + HALF_A_BEAT - performance.now()));
    }
    if (time % TOLD_EVERY === 0) {
      say(`${time} of ${times} commands to each bot`);
    }
  }
}

async function askOnce({ discord, command, acknowledged, answered }: Place): Promise<void> {
  const filled = nextEdit(discord);
  const begun = performance.now();
  const seen = await discord.actAs(discord.people.member.id).command(command, {}, { until: 'acknowledged' });
  acknowledged.push(performance.now() - begun);
  if (seen.outcome !== 'acknowledged') {
    throw new Error(`/${command} was ${seen.outcome}: ${seen.reason ?? ''}`);
  }
  if (seen.isDeferred) {
    await filled.edited;
  }
  filled.stop();
  answered.push(performance.now() - begun);
}

/** When a deferred answer gets its content; nobody else edits here. */
function nextEdit(discord: LocalDiscord): { readonly edited: Promise<void>; stop(): void } {
  const { promise: edited, resolve } = Promise.withResolvers<void>();
  const stop = discord.onMessage((_, change) => {
    if (change === 'edited') {
      resolve();
    }
  });
  return { edited, stop };
}

function rowsOf(
  ours: Place,
  theirs: Place,
  memory: { readonly ours: Memory; readonly theirs: Memory },
): readonly Row[] {
  const beside = (measured: number, mostTimes: number): Bar => ({
    kind: 'peer',
    name: `bare discord.js ${versionOf('discord.js')} /ping`,
    measured,
    mostTimes,
  });
  const dispatched = (name: string, share: number, mostTimes: number): Row => ({
    what: `dispatch to acknowledgement, ${name} of ${COMMANDS} /signal now`,
    ours: quantile(ours.acknowledged, share),
    unit: 'ms',
    bar: beside(quantile(theirs.acknowledged, share), mostTimes),
  });
  return [
    dispatched('p50', 0.5, MOST_TIMES),
    dispatched('p99', 0.99, MOST_TIMES_RARELY),
    {
      what: `dispatch to whole answer, p99 of ${COMMANDS} /signal now`,
      ours: quantile(ours.answered, 0.99),
      unit: 'ms',
      bar: { kind: 'limit', most: MOST_TO_ANSWER },
    },
    {
      what: `RSS after an episode and ${COMMANDS} commands`,
      ours: memory.ours.rss / MEBIBYTE,
      unit: 'MiB',
      bar: beside(memory.theirs.rss / MEBIBYTE, MOST_TIMES_MEMORY),
    },
  ];
}
