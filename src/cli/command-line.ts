import { parseArgs, type ParseArgsOptionsConfig } from 'node:util';
import { failureSentence } from './failure-sentence.ts';

/** Somebody called a program in a way that it does not know. */
export class WrongUse extends Error {
  override readonly name = 'WrongUse';
}

const HIGHEST_PORT = 65_535;

const FAILED = 1;
const WRONG_USE = 2;

/** How a program is called: its name behind `npm`, such as `run doctor`, and what it takes. */
type Usage<Options> = { readonly command: string; readonly options: Options };

/**
 * What was asked for on a command line. `--help`, or `-h`, is an option of every program.
 *
 * @throws WrongUse that says which option cannot be read, and where they are listed
 */
export function readOptions<const Options extends ParseArgsOptionsConfig>(
  args: readonly string[],
  { command, options }: Usage<Options>,
) {
  const help = { type: 'boolean', short: 'h', default: false } as const;
  try {
    return parseArgs({ args: [...args], options: { ...options, help } }).values;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new WrongUse(`${reason}. npm ${command} -- --help lists what there is.`, { cause: error });
  }
}

/**
 * @param expected - what the option takes, for whoever gives something else
 * @throws WrongUse for anything but a day of the calendar, `YYYY-MM-DD`
 */
export function readDay(option: string, text: string, expected = 'a day such as 2010-01-01'): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;
  if (!isDay) {
    throw new WrongUse(`${option} takes ${expected}, not "${text}".`);
  }
  return text;
}

/** @throws WrongUse for anything but a whole number from 0 to `most` */
export function readWholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new WrongUse(`${option} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
}

/** @throws WrongUse for anything but a port of TCP; 0 is a free one */
export function readPort(text: string): number {
  return readWholeNumber('--port', text, HIGHEST_PORT);
}

/**
 * Runs a program on the arguments of this process. One that fails says why on standard error and ends with 1; one that
 * was called wrongly ends with 2.
 */
export function runProgram(run: (args: readonly string[]) => Promise<void>): void {
  run(process.argv.slice(2)).catch((error: unknown) => {
    const code = error instanceof WrongUse ? WRONG_USE : FAILED;
    process.stderr.write(`${failureSentence(error)}\n`, () => process.exit(code));
  });
}

/** Ends the process in order when it is told to. @param code - which it ends with where stopping went well */
export function stopOnSignals(stop: () => Promise<void>, code = 0): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      stop().then(
        () => process.exit(code),
        () => process.exit(FAILED),
      );
    });
  }
}
