import { readOptions, readPort, readWholeNumber } from './command-line.ts';

/** What was asked for on the command line. */
export type StartArguments = {
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

export const START_USAGE = `npm start                                   the playground: a local Discord, an episode, a page
npm start -- --headless --episode 2014-09-17   the same in the terminal alone
  --episode YYYY-MM-DD   which recorded episode
  --speed N              simulated seconds in one, 0 for as fast as it goes
  --port N               port of the local Discord and its page (a free one unless told)
  --stay                 stay open after the episode even without a terminal
  --fresh                begin anew instead of going on where the playground stood
With DISCORD_TOKEN set the bot runs against Discord instead.`;

/** @throws WrongUse that says which option cannot be read and what would be */
export function readStartArguments(args: readonly string[]): StartArguments {
  const { episode, port, speed, ...flags } = readOptions(args, {
    command: 'start',
    options: {
      headless: { type: 'boolean', default: false },
      stay: { type: 'boolean', default: false },
      fresh: { type: 'boolean', default: false },
      episode: { type: 'string' },
      port: { type: 'string', default: '0' },
      speed: { type: 'string' },
    },
  });
  return {
    ...flags,
    ...(episode !== undefined && { episode }),
    port: readPort(port),
    ...(speed !== undefined && { speed: readWholeNumber('--speed', speed, Number.MAX_SAFE_INTEGER) }),
  };
}
