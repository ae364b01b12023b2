import { CLEAR_LINE, progressText } from './progress-bar.ts';
import { terminalMessage } from './terminal-message.ts';

/** Where the playground writes what a person should see; streams in production, arrays in tests. */
export type TerminalStreams = {
  readonly out: (text: string) => void;
  /** Overwrites one line; absent where there is no terminal, and then no bar is drawn. */
  readonly bar?: (text: string) => void;
};

export type Terminal = {
  say(sentence: string): void;
  /** A message that has arrived in the channel, as the REST API gives it. */
  message(message: unknown, clock: string): void;
  progress(progress: { readonly arrived: number; readonly planned: number }, clock: string): void;
};

/** Flag of a message that makes no sound. */
const SILENT = 1 << 12;

/**
 * Prints messages one below the other, with a bar under them that says how far the episode has come.
 *
 * @internal for tests
 */
export function createTerminal({ out, bar }: TerminalStreams): Terminal {
  let count = 0;
  let line = '';
  const print = (text: string): void => {
    bar?.('');
    out(`${text}\n`);
    bar?.(line);
  };

  return {
    say: print,

    message(message, clock) {
      count += 1;
      const silent = isSilent(message) ? ' · silent' : '';
      print(`\n── ${count} · ${clock}${silent} ${'─'.repeat(24)}\n${terminalMessage(message)}`);
    },

    progress({ arrived, planned }, clock) {
      line = `${progressText(arrived, planned, 'messages')} · ${clock}`;
      bar?.(line);
    },
  };
}

function isSilent(message: unknown): boolean {
  const flags: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'flags') : 0;
  return typeof flags === 'number' && (flags & SILENT) !== 0;
}

/** A terminal on the process's own streams. */
export function processTerminal(stream: NodeJS.WriteStream): Terminal {
  const out = (text: string): void => {
    stream.write(text);
  };
  return createTerminal(stream.isTTY ? { out, bar: (text) => out(`${CLEAR_LINE}${text}`) } : { out });
}
