import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

export const STEWARD = new URL('../../src/main.ts', import.meta.url);
export const PING_BOT = new URL('./ping-bot.ts', import.meta.url);
const REPORT_MEMORY = new URL('./report-memory.ts', import.meta.url);

/** Where a bot finds the local Discord; absent for one that opens its own. */
export type Address = { readonly api: string; readonly token: string };

const Memory = z.object({ rss: z.number(), peak: z.number() });

/** Bytes that were resident when the process ended, and at most while it lived; threads included. */
export type Memory = z.output<typeof Memory>;

/** A bot in a process of its own, so that it shares no event loop with the local Discord. */
export type BotProcess = {
  /** Milliseconds on `performance`'s clock. */
  readonly startedAt: number;
  /** @returns when its output first had these words @throws Error if it ends without them */
  said(words: string): Promise<number>;
  /** @throws Error if it ended otherwise than it should */
  ended(): Promise<Memory>;
  /** Asks it to end. */
  stop(): Promise<Memory>;
  /** Ends it without asking. */
  kill(): Promise<void>;
};

/**
 * Starts an entry with a data folder of its own and nothing of this process's settings.
 *
 * It runs inside that folder, where there is no `.env` to read.
 */
export async function startBot(entry: URL, args: readonly string[], address?: Address): Promise<BotProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-bench-'));
  const { DISCORD_TOKEN: _token, DISCORD_API: _api, ...env } = process.env;
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', REPORT_MEMORY.href, fileURLToPath(entry), ...args], {
    cwd: folder,
    env: {
      ...env,
      DATA_DIR: folder,
      LIVE_SOURCES: 'off',
      ...(address && { DISCORD_API: address.api, DISCORD_TOKEN: address.token }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
  });
  const output = listen(child);
  const closed = closing(child, folder);
  const memory = memoryOf(child, closed, output);
  // Whoever asks hears of a failure; until then it must not end the bench.
  memory.catch(() => undefined);
  return {
    startedAt,
    said: (words) => Promise.race([output.said(words), memory.then(() => missed(words))]),
    ended: () => memory,
    stop() {
      child.kill('SIGTERM');
      return memory;
    },
    async kill() {
      child.kill('SIGKILL');
      await closed;
    },
  };
}

/** @returns how it ended, in a word; by then its folder is gone, and it does not outlive this process either */
async function closing(child: ChildProcess, folder: string): Promise<string> {
  const end = (): void => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  };
  process.once('exit', end);
  try {
    return await new Promise<string>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, signal) => resolve(String(signal ?? code)));
    });
  } finally {
    process.off('exit', end);
    await rm(folder, { recursive: true, force: true });
  }
}

type Output = {
  said(words: string): Promise<number>;
  /** What it wrote to its streams. */
  all(): string;
};

function listen(child: ChildProcess): Output {
  let all = '';
  const waiting = new Set<() => void>();
  const hear = (chunk: unknown): void => {
    all += String(chunk);
    for (const look of waiting) {
      look();
    }
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  return {
    all: () => all,
    said: (words) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (all.includes(words)) {
            waiting.delete(look);
            resolve(performance.now());
          }
        };
        waiting.add(look);
        look();
      }),
  };
}

async function memoryOf(child: ChildProcess, closed: Promise<string>, output: Output): Promise<Memory> {
  const report = child.stdio[3];
  if (!(report instanceof Readable)) {
    throw new Error('The process has nowhere to report to.');
  }
  const [said, ending] = await Promise.all([text(report), closed]);
  if (ending !== '0') {
    throw new Error(`A bot ended with ${ending}:
${output.all().slice(-2_000)}`);
  }
  return Memory.parse(JSON.parse(said));
}

function missed(words: string): never {
  throw new Error(`A bot ended without saying "${words}".`);
}
