import { type ChildProcess, spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Moment } from './mortal-store.ts';

/** What a life of the bot is given to do. */
export type BotOrder = {
  readonly api: string;
  readonly token: string;
  readonly folder: string;
  readonly episode: string;
  /** Epoch milliseconds (UTC): where the life ends by itself. */
  readonly until: number;
  /** The call, counted from 1, at which it kills itself. */
  readonly dieAt?: { readonly write: number; readonly moment: Moment };
};

/** What a life that ended by itself has to say. */
export type BotAccount = {
  /** The calls of this life that may store something, in order, and whether they did. */
  readonly writes: readonly { readonly name: string; readonly stored: boolean }[];
  /** All that is in the store, without ids of messages and instants of the wall clock. */
  readonly kept: Readonly<Record<string, unknown>>;
};

export type Life = {
  /** `undefined` for a life that was ended by a kill. @throws Error when it failed */
  readonly ended: Promise<BotAccount | undefined>;
  /** Resolves when it is dead. */
  kill(): Promise<void>;
};

const ENTRY = fileURLToPath(new URL('killable-bot.ts', import.meta.url));

/** Starts the bot as a process of its own. */
export function startLife(order: BotOrder, compileCache: string): Life {
  const child = spawn(process.execPath, [ENTRY, JSON.stringify(order)], {
    env: { ...process.env, NODE_COMPILE_CACHE: compileCache },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = exitOf(child);
  const ended = async (): Promise<BotAccount | undefined> => {
    const [said, complaints, { code, signal }] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      exit,
    ]);
    if (signal === 'SIGKILL') {
      return undefined;
    }
    if (code !== 0) {
      throw new Error(`The bot ended with ${code ?? signal}: ${complaints}`);
    }
    const account: BotAccount = JSON.parse(said);
    return account;
  };
  return {
    ended: ended(),
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
  };
}

function exitOf(
  child: ChildProcess,
): Promise<{ readonly code: number | null; readonly signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
}
