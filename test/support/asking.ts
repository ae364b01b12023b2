import { terminalMessage } from '../../src/cli/terminal-message.ts';
import type { LocalDiscord } from '../../src/playground/local-discord.ts';
import type { PageMessage } from '../../src/playground/page-protocol.ts';
import type { ActOptions, Seat } from '../../src/playground/seat/seat.ts';
import type { OptionValues } from '../../src/playground/seat/nest-options.ts';
import type { Seen } from '../../src/playground/seat/seen.ts';
import { CHANNELS } from '../../src/playground/world/cast.ts';

/** What somebody was told. */
export type Told = {
  /** As plain lines. */
  readonly text: string;
  readonly isPrivate: boolean;
  readonly message: PageMessage;
};

/**
 * Asks a command and reads the answer, also where it came privately after a public wait.
 *
 * @throws Error when nothing was answered at all
 */
export async function ask(
  discord: LocalDiscord,
  seat: Seat,
  path: string,
  values: OptionValues = {},
  options: ActOptions = {},
): Promise<Told> {
  return told(discord, seat, () => seat.command(path, values, options));
}

/** Does something and reads what this person is then shown. */
export async function told(discord: LocalDiscord, seat: Seat, act: () => Promise<Seen>): Promise<Told> {
  const before = new Set(privateMessages(discord, seat).map(({ id }) => id));
  const answer = await act();
  const message =
    answer.outcome === 'withdrawn'
      ? await discord.waitForMessage(
          ({ id, ephemeralFor }) => ephemeralFor === seat.person.id && !before.has(id),
        )
      : answer.message;
  if (!message) {
    throw new Error(`nothing was answered: ${answer.outcome} ${answer.reason ?? ''}`);
  }
  return { text: words(message), isPrivate: message.ephemeralFor !== undefined, message };
}

/** A message as plain text on one line. */
export function words(message: PageMessage): string {
  return terminalMessage(message).replaceAll(/\s+/g, ' ').trim();
}

function privateMessages(discord: LocalDiscord, seat: Seat): readonly PageMessage[] {
  return CHANNELS.flatMap(({ id }) => discord.messages(id)).filter(
    ({ ephemeralFor }) => ephemeralFor === seat.person.id,
  );
}
