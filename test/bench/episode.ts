import { startBot, STEWARD } from './bot-process.ts';
import type { Measurement, Row } from './measurement.ts';
import { median } from './quantile.ts';
import { EPISODE } from './recorded-case.ts';

const RUNS = 3;

/** Seconds for all of it, and until there is something to read. */
const MOST_SECONDS = 20;
const MOST_TO_FIRST = 5;
/** A small server's memory, with the local Discord in the same process, MiB. */
const MOST_MEMORY = 512;

const MEBIBYTE = 1_024 * 1_024;

/** Begins the line above a message in the terminal. */
const FIRST_MESSAGE = '── 1 ·';

type Run = {
  readonly first: number;
  readonly whole: number;
  readonly rss: number;
  readonly peak: number;
};

/** What `npm start -- --headless` takes, from nothing to the last message: both programs, the store, the pictures. */
export const episode: Measurement = {
  name: 'episode',
  async measure(say) {
    const runs: Run[] = [];
    for (let run = 1; run <= RUNS; run += 1) {
      say(`headless ${EPISODE}, ${run} of ${RUNS}`);
      runs.push(await play());
    }
    const row = (what: string, unit: Row['unit'], most: number, part: keyof Run): Row => ({
      what: `headless ${EPISODE}: ${what}, median of ${RUNS}`,
      ours: median(runs.map((run) => run[part])),
      unit,
      bar: { kind: 'limit', most },
    });
    return [
      row('start to first message', 's', MOST_TO_FIRST, 'first'),
      row('start to end', 's', MOST_SECONDS, 'whole'),
      row('RSS at the end', 'MiB', MOST_MEMORY, 'rss'),
      row('RSS at most', 'MiB', MOST_MEMORY, 'peak'),
    ];
  },
};

async function play(): Promise<Run> {
  const bot = await startBot(STEWARD, ['--headless', '--episode', EPISODE]);
  const firstAt = await bot.said(FIRST_MESSAGE);
  const { rss, peak } = await bot.ended();
  const endedAt = performance.now();
  return {
    first: (firstAt - bot.startedAt) / 1_000,
    whole: (endedAt - bot.startedAt) / 1_000,
    rss: rss / MEBIBYTE,
    peak: peak / MEBIBYTE,
  };
}
