import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { ReportFile } from '#ports/backtest-report.ts';
import { SUMMARY_MARK } from './backtest-report.ts';

/** Everything that a report may consist of. */
const NAMES: ReadonlySet<string> = new Set([
  'report.md',
  'funnel.png',
  'ratio.png',
  'outcomes.png',
  'releases.csv',
  'summary.json',
]);

/** A folder as anybody would have made it: `mkdtemp` makes one for its owner alone. */
const OPEN_TO_READ = 0o755;

/** Something lies where a report should go, and it is not one of ours. */
class FolderTaken extends Error {
  override readonly name = 'FolderTaken';
  readonly folder: string;
  constructor(folder: string, what: string) {
    super(`${folder} ${what}. It was left as it is: name another folder with --out, or move that away.`);
    this.folder = folder;
  }
}

/**
 * Asks whether a report may be written to a folder: there is none, it is empty, or it holds an earlier report alone.
 *
 * @throws FolderTaken
 */
export function assertWritable(folder: string): void {
  if (!existsSync(folder)) {
    return;
  }
  const names = namesIn(folder);
  const strange = names.find((name) => !NAMES.has(name));
  if (strange !== undefined) {
    throw new FolderTaken(folder, `has ${strange} in it, which no backtest wrote`);
  }
  if (names.length > 0 && !isOurs(folder)) {
    throw new FolderTaken(folder, 'has files in it that no backtest wrote');
  }
}

/**
 * Writes a report beside its place first and then moves it there, so that the folder is the whole report or what it
 * was before.
 *
 * @throws FolderTaken
 */
export function writeReport(folder: string, files: readonly ReportFile[]): void {
  assertWritable(folder);
  const place = resolve(folder);
  mkdirSync(dirname(place), { recursive: true });
  const fresh = mkdtempSync(join(dirname(place), `.${basename(place)}-`));
  chmodSync(fresh, OPEN_TO_READ);
  try {
    for (const { name, content } of files) {
      writeFileSync(join(fresh, name), content);
    }
    if (existsSync(place)) {
      const old = `${fresh}-old`;
      renameSync(place, old);
      renameSync(fresh, place);
      rmSync(old, { recursive: true });
    } else {
      renameSync(fresh, place);
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new Error(`${folder} is no folder that can be read. Name another one with --out.`, {
      cause: error,
    });
  }
}

function isOurs(folder: string): boolean {
  const summary = join(folder, 'summary.json');
  return existsSync(summary) && readFileSync(summary, 'utf8').includes(JSON.stringify(SUMMARY_MARK));
}
