import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type DriftParts, clockDrift } from '#adapters/http/clock-drift.ts';
import type { MachineCheckup } from '#domain/health/checkup.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import type { StudyRenderer } from '#ports/chart-renderer.ts';

export type MachineParts = {
  /** `24.18.1`. */
  readonly nodeVersion: string;
  readonly dataFolder: string;
  readonly hasToken: boolean;
  /** Whether sources are told whom to write to. */
  readonly hasContact: boolean;
  /** The last day of the exchange calendar, `YYYY-MM-DD`. */
  readonly sessionsUntil: string;
  readonly time: DriftParts;
  readonly charts: Pick<StudyRenderer, 'drawStudy'>;
  readonly store: MachineCheckup & { readonly about: 'store' };
  /** Epoch milliseconds (UTC) of the last release that is known; absent where there is none. */
  readonly releasesEndAt?: number;
  /** Milliseconds from an arbitrary instant on; never goes back. */
  readonly monotonicNow: () => number;
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
  parts: MachineParts,
  signal: AbortSignal,
): Promise<readonly MachineCheckup[]> {
  const { nodeVersion, store, releasesEndAt, time } = parts;
  const [ahead, drawing] = await Promise.all([
    clockDrift(TIME, time, AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT)])),
    draw(parts, signal),
  ]);
  return [
    { about: 'node', version: nodeVersion, isNewEnough: isNewEnough(nodeVersion) },
    examineFolder(parts.dataFolder),
    store,
    { about: 'clock', against: new URL(TIME).host, ...(ahead !== undefined && { ahead }) },
    { about: 'releases', ...(releasesEndAt !== undefined && { endsAt: releasesEndAt }) },
    { about: 'sessions', until: parts.sessionsUntil },
    drawing,
    { about: 'token', isThere: parts.hasToken },
    { about: 'contact', isThere: parts.hasContact },
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

async function draw({ charts, monotonicNow }: MachineParts, signal: AbortSignal): Promise<MachineCheckup> {
  const started = monotonicNow();
  try {
    await charts.drawStudy(SMALLEST, signal);
    return { about: 'drawing', milliseconds: Math.round(monotonicNow() - started) };
  } catch (error) {
    return { about: 'drawing', failure: error instanceof Error ? error.message : 'it failed' };
  }
}
