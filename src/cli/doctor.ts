import { releaseCalendar } from '../../config/release-calendar.ts';
import { thresholds } from '../../config/thresholds.ts';
import { createWallClock } from '../adapters/clock/wall-clock.ts';
import { createPassingSourceLedger } from '../adapters/kept/passing-source-ledger.ts';
import { createLog } from '../adapters/log/create-log.ts';
import { examineStore } from '../adapters/store/examine-store.ts';
import { openStore } from '../adapters/store/open-store.ts';
import { createChartRenderer } from '../charts/chart-renderer.ts';
import type { Checkup } from '../domain/checkup.ts';
import { judgeCheckup } from '../engine/checkup/judge-checkup.ts';
import type { SourceLedger } from '../ports/source-ledger.ts';
import type { ReleaseLedger } from '../ports/release-ledger.ts';
import { createBar } from './bar.ts';
import { DOCTOR_USAGE, readDoctorArguments, WrongUse } from './doctor-arguments.ts';
import { doctorTable } from './doctor-table.ts';
import { environment } from './environment.ts';
import { failureSentence } from './failure-sentence.ts';
import { takeCheckup } from './take-checkup.ts';
import { webParts } from './web-parts.ts';

const WRONG_USE = 2;

async function run(given: readonly string[]): Promise<void> {
  const { help, json } = readDoctorArguments(given);
  if (help) {
    console.log(DOCTOR_USAGE);
    return;
  }
  const checkup = await examine();
  const judged = judgeCheckup(checkup);
  console.log(json ? JSON.stringify(judged, undefined, 2) : doctorTable(judged));
  process.exitCode = judged.verdict === 'bad' ? 1 : 0;
}

async function examine(): Promise<Checkup> {
  const env = environment();
  const store = examineStore(env.DATA_DIR);
  const charts = createChartRenderer();
  const memory = openMemory(env.DATA_DIR, store);
  const bar = createBar(process.stderr, 'sources');
  try {
    const log = createLog({ stream: process.stderr, level: env.LOG_LEVEL ?? 'silent' });
    const releasesEndAt = await lastRelease(memory.ledger);
    return await takeCheckup(
      {
        env,
        store,
        charts,
        web: webParts(env, { ledger: memory.ledger, wallClock: createWallClock(), log }),
        tell: bar.tell,
        ...(releasesEndAt !== undefined && { releasesEndAt }),
      },
      new AbortController().signal,
    );
  } finally {
    bar.clear();
    memory.close();
    await charts.stop();
  }
}

type Memory = {
  readonly ledger: SourceLedger & Partial<Pick<ReleaseLedger, 'storedReleases'>>;
  readonly close: () => void;
};

/**
 * Where it is remembered what sources were asked: the bot's own store, so that these questions count too. One that is in
 * use, of another version or not there at all is left alone.
 */
function openMemory(folder: string, { state, version, newest }: ReturnType<typeof examineStore>): Memory {
  if (state !== 'usable' || version !== newest) {
    return { ledger: createPassingSourceLedger(), close: () => undefined };
  }
  const store = openStore(folder, thresholds);
  return { ledger: store.ledger, close: () => store.close() };
}

/** What the store says, or the calendar that the bot brings along. */
async function lastRelease({ storedReleases }: Memory['ledger']): Promise<number | undefined> {
  const stored = (await storedReleases?.()) ?? [];
  return (stored.length > 0 ? stored : releaseCalendar).at(-1)?.scheduledAt;
}

run(process.argv.slice(2)).catch((error: unknown) => {
  console.error(failureSentence(error));
  process.exitCode = error instanceof WrongUse ? WRONG_USE : 1;
});
