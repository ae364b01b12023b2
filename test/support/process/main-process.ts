import { spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The program as people start it, in a process of its own that ends with the test. */
export type MainProcess = {
  /** What it has printed so far. */
  out(): string;
  /** What it has complained of so far. */
  complaints(): string;
  /** Resolves with all that was printed once a text is among it. @throws Error if it ends before */
  prints(text: string): Promise<string>;
  /** Resolves with the exit code, once all of its output has come. */
  readonly ended: Promise<number | null>;
  signal(name: NodeJS.Signals): void;
};

const MAIN = fileURLToPath(new URL('../../../src/main.ts', import.meta.url));

/** Lets the second process of the day start in half the time. */
const compileCache = join(tmpdir(), 'vega-compile-cache');

/** @param env - besides what every process needs; nothing of this process's own settings is passed on */
export function startMain(args: readonly string[], env: Readonly<Record<string, string>>): MainProcess {
  const child = spawn(process.execPath, [MAIN, ...args], {
    // Away from the project, where a file of settings may lie.
    cwd: tmpdir(),
    env: { PATH: process.env['PATH'], LOG_LEVEL: 'silent', NODE_COMPILE_CACHE: compileCache, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let complaints = '';
  const told = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
    told.forEach((tell) => tell());
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    complaints += text;
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('close', resolve);
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return {
    out: () => out,
    complaints: () => complaints,
    prints: (text) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          if (out.includes(text)) {
            told.delete(look);
            resolve(out);
          }
        };
        told.add(look);
        look();
        ended.then(() => reject(new Error(`ended without "${text}":\n${out}\n${complaints}`)), reject);
      }),
    ended,
    signal: (name) => {
      child.kill(name);
    },
  };
}

/** Runs the program to its end. */
export async function runMain(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly code: number | null; readonly out: string; readonly complaints: string }> {
  const main = startMain(args, env);
  const code = await main.ended;
  return { code, out: main.out(), complaints: main.complaints() };
}
