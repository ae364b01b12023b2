import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Env } from '#config/env.ts';
import { exchangeFacts } from '#config/exchange-calendar.ts';
import { clockDrift, type DriftParts } from '#adapters/http/clock-drift.ts';
import type { MachineCheckup } from '#domain/health/checkup.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import type { StudyRenderer } from '#ports/study-renderer.ts';

export type MachineParts = {
  readonly env: Pick<Env, 'DATA_DIR' | 'DISCORD_TOKEN' | 'CONTACT_EMAIL'>;
  readonly time: DriftParts;
  readonly charts: Pick<StudyRenderer, 'drawStudy'>;
  readonly store: MachineCheckup & { readonly about: 'store' };
  /** Epoch milliseconds (UTC) of the last release that is known; absent where there is none. */
  readonly releasesEndAt?: number;
};

/** The oldest Node that runs TypeScript as it is and has SQLite without a warning. */
const NEEDED_NODE = [24, 12] as const;

/** A server that every machine with this bot may ask, and whose clock is kept. */
const TIME = 'https://cdn.cboe.com/';

/** Milliseconds that the time is waited for. */
const TIMEOUT = 5_000;

const WRITABLE = constants.W_OK | constants.X_OK;

/** Looks at the machine that this process runs on. Nothing is written. */
export async function examineMachine(
  { env, time, charts, store, releasesEndAt }: MachineParts,
  signal: AbortSignal,
): Promise<readonly MachineCheckup[]> {
  const [ahead, drawing] = await Promise.all([
    clockDrift(TIME, time, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)])),
    draw(charts, signal),
  ]);
  return [
    { about: 'node', version: process.versions.node, isNewEnough: isNewEnough(process.versions.node) },
    examineFolder(env.DATA_DIR),
    store,
    { about: 'clock', against: new URL(TIME).host, ...(ahead !== undefined && { ahead }) },
    { about: 'releases', ...(releasesEndAt !== undefined && { endsAt: releasesEndAt }) },
    { about: 'sessions', until: exchangeFacts.until },
    drawing,
    { about: 'token', isThere: env.DISCORD_TOKEN !== undefined },
    { about: 'contact', isThere: !env.CONTACT_EMAIL.endsWith('.invalid') },
  ];
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [least, leastMinor] = NEEDED_NODE;
  return major > least || (major === least && minor >= leastMinor);
}

/** A folder that is not there yet can be made where its parent may be written to. */
function examineFolder(folder: string): MachineCheckup {
  const place = existing(resolve(folder));
  try {
    accessSync(place, WRITABLE);
  } catch {
    return { about: 'folder', isWritable: false };
  }
  const { bavail, bsize } = statfsSync(place);
  return { about: 'folder', isWritable: true, freeBytes: bavail * bsize };
}

function existing(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : existing(dirname(folder));
}

const SMALLEST: StudyChart = {
  form: 'bars',
  title: 'Trial',
  subtitle: 'nothing but a trial',
  bars: [{ label: 'one', count: 1 }],
};

async function draw(charts: MachineParts['charts'], signal: AbortSignal): Promise<MachineCheckup> {
  const started = performance.now();
  try {
    await charts.drawStudy(SMALLEST, signal);
    return { about: 'drawing', milliseconds: Math.round(performance.now() - started) };
  } catch (error) {
    return { about: 'drawing', words: error instanceof Error ? error.message : 'it failed' };
  }
}
