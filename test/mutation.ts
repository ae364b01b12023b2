import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';

/*
 * Breaks the lines of one folder one by one and looks whether the folder's own tests notice:
 *
 *     npm run test:mutation -- engine/print             minutes; a second run looks only at what changed
 *     npm run test:mutation -- engine/print --write     and writes the score into docs/quality.md
 *     npm run test:mutation -- engine/print --fresh     forgets the runs before
 *
 * Ends with 1 where the score is below the folder's bar or more is switched off than may be, with 2 where the
 * arguments cannot be read.
 */
const ROOT = new URL('../', import.meta.url);
const REPORT = new URL('docs/quality.md', ROOT);

/** Least percentage of mutants that tests must find. */
const BARS: Readonly<Record<string, number>> = {
  'engine/decision': 85,
  'engine/evidence': 85,
  'engine/print': 85,
  'engine/valuation': 85,
  'services/signal': 80,
};

/** Largest percentage of a folder's mutants that may be called equivalent. */
const MOST_DISABLED = 3;

const USAGE = `npm run test:mutation -- <folder below src> [--write] [--fresh], such as ${Object.keys(BARS).join(', ')}`;

type Wanted = { readonly folder: string; readonly isWritten: boolean; readonly isFresh: boolean };

/** @throws Error that says what the arguments should be */
function readArguments(): Wanted {
  const options = {
    write: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
  } as const;
  const { values, positionals } = parseArgs({ options, allowPositionals: true });
  const [folder = '', ...more] = positionals;
  if (more.length > 0 || folder === '' || !existsSync(new URL(`src/${folder}`, ROOT))) {
    throw new Error(folder === '' ? 'No folder was named.' : `There is no folder src/${folder}.`);
  }
  return { folder, isWritten: values.write, isFresh: values.fresh };
}

type Score = {
  readonly mutants: number;
  readonly killed: number;
  readonly survived: number;
  readonly disabled: number;
};

async function mutate({ folder, isFresh }: Wanted): Promise<Score> {
  process.env['MUTATED_FOLDER'] = folder;
  const results = await new Stryker({
    mutate: [`src/${folder}/**/*.ts`],
    plugins: [fileURLToPath(import.meta.resolve('@stryker-mutator/vitest-runner'))],
    testRunner: 'vitest',
    vitest: { configFile: 'test/vitest.mutation.config.ts', related: false },
    // Stryker reads it with the programming interface of an older TypeScript; without a file it asks nothing.
    tsconfigFile: 'none.json',
    incremental: true,
    incrementalFile: `.mutation/${folder.replaceAll('/', '-')}.json`,
    force: isFresh,
    tempDirName: '.mutation/sandbox',
    ignorePatterns: ['coverage', 'data', 'docs', '.mutation'],
    concurrency: 1,
    reporters: ['progress', 'clear-text'],
    clearTextReporter: { allowColor: process.stdout.isTTY, logTests: false, reportTests: false },
    allowConsoleColors: process.stdout.isTTY,
  }).runMutationTest();
  const count = (...statuses: readonly string[]): number =>
    results.filter(({ status }) => statuses.includes(status)).length;
  return {
    mutants: results.length,
    killed: count('Killed', 'Timeout'),
    survived: count('Survived', 'NoCoverage'),
    disabled: count('Ignored'),
  };
}

function percentage(part: number, whole: number): number {
  return whole === 0 ? 0 : (100 * part) / whole;
}

/** Puts a folder's line into the table of scores, in the place of the one it had. */
function writeDown(folder: string, line: string): void {
  const lines = readFileSync(REPORT, 'utf8').split('\n');
  const heading = lines.findIndex((text) => text.startsWith('| ---'));
  const end = lines.findIndex((text, index) => index > heading && !text.startsWith('|'));
  const rows = lines.slice(heading + 1, end).filter((text) => text.split('|')[1]?.trim() !== folder);
  writeFileSync(
    REPORT,
    [...lines.slice(0, heading + 1), ...[...rows, line].toSorted(), ...lines.slice(end)].join('\n'),
  );
}

async function run(): Promise<void> {
  const wanted = readArguments();
  const { folder } = wanted;
  const { mutants, killed, survived, disabled } = await mutate(wanted);
  const score = percentage(killed, killed + survived);
  const off = percentage(disabled, mutants);
  const day = new Date().toISOString().slice(0, 10);
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: ROOT,
    encoding: 'utf8',
  }).trim();
  const cells = [folder, day, commit, mutants, killed, survived, disabled, `${score.toFixed(1)} %`];
  const line = `| ${cells.join(' | ')} |`;
  console.log(`folder, day, commit, mutants, killed, survived, disabled, score\n${line}`);
  if (wanted.isWritten) {
    writeDown(folder, line);
  }
  if (score < (BARS[folder] ?? 0) || off > MOST_DISABLED) {
    console.error(
      `Wanted: at least ${BARS[folder] ?? 0} %, and at most ${MOST_DISABLED} % disabled (${off.toFixed(1)} % are).`,
    );
    process.exitCode = 1;
  }
}

run().catch((error: unknown) => {
  console.error(error instanceof Error ? `${error.message}\n\n${USAGE}` : error);
  process.exitCode = 2;
});
