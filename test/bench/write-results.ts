import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Row } from './measurement.ts';
import { table } from './table.ts';

/** A whole run, and where and when it was made. */
export type BenchResults = {
  readonly rows: readonly Row[];
  /** What it ran on, in a line. */
  readonly machine: string;
  /** How many bars held, in a sentence. */
  readonly summary: string;
};

const FILE = new URL('../../docs/bench.md', import.meta.url);
const ROOT = new URL('../..', import.meta.url);

/** Keeps a run in docs/bench.md with its day and commit. */
export async function writeResults(results: BenchResults): Promise<void> {
  const day = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  await writeFile(FILE, benchPage(results, { day, commit: await commitOf() }));
}

/** A run as a page of Markdown. @param made - `commit` as git names it, with `+` where files had changes */
export function benchPage(
  { rows, machine, summary }: BenchResults,
  made: { readonly day: string; readonly commit: string },
): string {
  return `# Bench

What the bot costs, beside peers and limits: ${made.day}, commit ${made.commit}. Written by \`npm run bench -- --write\`;
another run differs by some percent, so medians and ratios within one run are what to compare.

${machine}. ${summary}

\`\`\`text
${table(rows)}
\`\`\`
`;
}

async function commitOf(): Promise<string> {
  const git = async (...words: readonly string[]): Promise<string> => {
    const { stdout } = await promisify(execFile)('git', words, { cwd: ROOT });
    return stdout.trim();
  };
  const changes = await git('status', '--porcelain', '--untracked-files=no');
  return `${await git('rev-parse', '--short', 'HEAD')}${changes === '' ? '' : '+'}`;
}
