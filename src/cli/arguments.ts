import { parseArgs } from 'node:util';

/** What was asked for on the command line. */
export type Arguments = {
  /** Play in the terminal alone, then end. */
  readonly headless: boolean;
  /** Stay open after the episode although there is no terminal. */
  readonly stay: boolean;
  /** Forget where the playground stood and begin anew. */
  readonly fresh: boolean;
  readonly help: boolean;
  /** Day of the episode; absent for wherever the playground stands, or the usual one. */
  readonly episode?: string;
  /** Port of the local Discord; 0 for a free one. */
  readonly port: number;
  /** Simulated seconds in one; absent for the usual. 0 is as fast as it goes. */
  readonly speed?: number;
};

export const USAGE = `npm start                                   the playground: a local Discord, an episode, a page
npm start -- --headless --episode 2014-09-17   the same in the terminal alone
  --episode YYYY-MM-DD   which recorded episode
  --speed N              simulated seconds in one, 0 for as fast as it goes
  --port N               port of the local Discord and its page (a free one unless told)
  --stay                 stay open after the episode even without a terminal
  --fresh                begin anew instead of going on where the playground stood
With DISCORD_TOKEN set the bot runs against Discord instead.`;

const HIGHEST_PORT = 65_535;

/** @throws Error that says which option cannot be read and what would be */
export function readArguments(given: readonly string[]): Arguments {
  const { values } = parse(given);
  const { headless, stay, fresh, help, episode } = values;
  return {
    headless,
    stay,
    fresh,
    help,
    ...(episode !== undefined && { episode }),
    port: wholeNumber('--port', values.port, HIGHEST_PORT),
    ...(values.speed !== undefined && {
      speed: wholeNumber('--speed', values.speed, Number.MAX_SAFE_INTEGER),
    }),
  };
}

function parse(given: readonly string[]) {
  const options = {
    headless: { type: 'boolean', default: false },
    stay: { type: 'boolean', default: false },
    fresh: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
    episode: { type: 'string' },
    port: { type: 'string', default: '0' },
    speed: { type: 'string' },
  } as const;
  try {
    return parseArgs({ args: [...given], options });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`${reason}. npm start -- --help lists what there is.`, { cause: error });
  }
}

function wholeNumber(option: string, text: string, most: number): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value) || value < 0 || value > most) {
    throw new Error(`${option} takes a whole number from 0 to ${most}, not "${text}".`);
  }
  return value;
}
