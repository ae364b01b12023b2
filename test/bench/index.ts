import { availableParallelism, cpus, loadavg } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { acknowledgement } from './acknowledgement.ts';
import { book } from './book.ts';
import { backtest } from './backtest.ts';
import { chart } from './chart.ts';
import { coldStart } from './cold-start.ts';
import { endToEnd } from './end-to-end.ts';
import { engine } from './engine.ts';
import { episode } from './episode.ts';
import { indicators } from './indicators.ts';
import { type Measurement, passes, type Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { pricing } from './pricing.ts';
import { scheduler } from './scheduler.ts';
import { store } from './store.ts';
import { table } from './table.ts';
import { writeResults } from './write-results.ts';

/*
 * Measures what the bot costs, beside peers and limits, and prints one table:
 *
 *     npm run bench                     all of it, about a minute and a half
 *     npm run bench -- --only chart     one measurement, or several
 *     npm run bench -- --write          all of it, and keeps the table in docs/bench.md
 *
 * Ends with 1 when a bar is missed. Another run differs by some percent, and by more on a machine that is busy;
 * medians and ratios within one run are what to compare.
 */
const MEASUREMENTS: readonly Measurement[] = [
  engine,
  indicators,
  backtest,
  pricing,
  chart,
  coldStart,
  episode,
  acknowledgement,
  book,
  scheduler,
  store,
  endToEnd,
];

/** Milliseconds that one measurement may take. */
const TIMEOUT = 240_000;

type Options = { readonly measurements: readonly Measurement[]; readonly isWritten: boolean };

function readOptions(): Options {
  const names = MEASUREMENTS.map(({ name }) => name);
  const { only = [], write = false } = parseArgs({
    options: { only: { type: 'string', multiple: true }, write: { type: 'boolean' } },
  }).values;
  if (write && only.length > 0) {
    throw new Error('--write keeps a whole run: leave out --only.');
  }
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    throw new Error(`There is no measurement "${unknown}". There are: ${names.join(', ')}.`);
  }
  return {
    measurements: MEASUREMENTS.filter(({ name }) => only.length === 0 || only.includes(name)),
    isWritten: write,
  };
}

async function run(): Promise<void> {
  const { measurements, isWritten } = readOptions();
  const begun = performance.now();
  const seconds = (): string => ((performance.now() - begun) / 1_000).toFixed(1);
  const before = machine();
  console.log(before);
  const rows: Row[] = [];
  for (const { name, measure } of measurements) {
    const measured = measure((step) => console.log(`${seconds().padStart(6)} s  ${name}: ${step}`));
    rows.push(...(await Promise.race([measured, giveUp(name)])));
  }
  const missed = rows.filter((row) => !passes(row)).length;
  const summary = `${rows.length - missed} of ${rows.length} bars held, in ${seconds()} s. ${noise()}`;
  console.log(`\n${table(rows)}\n`);
  console.log(summary);
  if (isWritten) {
    await writeResults({ rows, machine: before, summary });
  }
  process.exitCode = missed === 0 ? 0 : 1;
}

async function giveUp(name: string): Promise<never> {
  await wait(TIMEOUT, undefined, { ref: false });
  throw new Error(`${name} was not done within ${TIMEOUT / 1_000} s.`);
}

/** How busy the machine was in the last minute, over all programs; the bench itself is about one of them. */
function noise(): string {
  const [load = 0] = loadavg();
  const cores = availableParallelism();
  const busy = load > cores ? ': others were busy, so times on the clock are too high' : '';
  return `Load ${load.toFixed(1)} on ${cores} cores${busy}.`;
}

function machine(): string {
  const [load = 0] = loadavg();
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return `Node ${process.version}, ${availableParallelism()} cores (${model}), load ${load.toFixed(1)}, discord.js ${versionOf('discord.js')}`;
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
