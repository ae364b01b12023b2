import { releaseCalendar } from '#config/release-calendar.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { createLog } from '#adapters/log/create-log.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import type { Checkup } from '#domain/health/checkup.ts';
import { judgeCheckup } from '#engine/checkup/judge-checkup.ts';
import { createProgressBar } from './progress-bar.ts';
import { readOptions, runProgram } from './command-line.ts';
import { doctorTable } from '#checkup/doctor-table.ts';
import { environment } from '#wiring/environment.ts';
import { openQuietStore, type QuietStore } from '#wiring/quiet-store.ts';
import { checkup } from '#wiring/checkup.ts';
import { httpParts } from '#wiring/http-parts.ts';

const USAGE = `npm run doctor             asks every source once and looks at this machine
  --json                   the same for a script, on standard output
Ends with 0 if the bot has all that it needs, 1 if something is missing, 2 if it was called wrongly.`;

async function run(args: readonly string[]): Promise<void> {
  const { help, json } = readOptions(args, {
    command: 'run doctor',
    options: { json: { type: 'boolean', default: false } },
  });
  if (help) {
    console.log(USAGE);
    return;
  }
  const judged = judgeCheckup(await examine());
  console.log(json ? JSON.stringify(judged, undefined, 2) : doctorTable(judged));
  process.exitCode = judged.verdict === 'bad' ? 1 : 0;
}

async function examine(): Promise<Checkup> {
  const env = environment();
  const charts = createChartRenderer();
  const store = await openQuietStore(env.DATA_DIR);
  const bar = createProgressBar(process.stderr, 'sources');
  try {
    const log = createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? 'silent' });
    const releasesEndAt = await lastRelease(store);
    return await checkup({
      env,
      store: store.checkup,
      charts,
      http: httpParts(env, { ledger: store.sources, wallClock: createWallClock(), log }),
      tell: bar.tell,
      ...(releasesEndAt !== undefined && { releasesEndAt }),
    });
  } finally {
    bar.clear();
    await store.close();
    await charts.stop();
  }
}

/** What the store says, or the calendar that the bot brings along. */
async function lastRelease({ ledger }: QuietStore): Promise<number | undefined> {
  const stored = (await ledger?.storedReleases()) ?? [];
  return (stored.length > 0 ? stored : releaseCalendar).at(-1)?.scheduledAt;
}

runProgram(run);
