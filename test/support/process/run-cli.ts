import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** What `npm` starts. */
export const PROGRAMS = ['start', 'playground', 'history', 'backtest', 'doctor'] as const;

type Program = (typeof PROGRAMS)[number];

/** Runs a command of the terminal to its end, in a process of its own and away from any file of settings. */
export async function runCli(
  name: Program,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly complaints: string }> {
  const file = fileURLToPath(
    new URL(`../../../src/${name === 'start' ? 'main' : `cli/${name}`}.ts`, import.meta.url),
  );
  const child = spawn(process.execPath, [file, ...args], {
    cwd: tmpdir(),
    env: {
      PATH: process.env['PATH'],
      NODE_COMPILE_CACHE: join(tmpdir(), 'vega-compile-cache'),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  const [out, complaints, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, complaints };
}
