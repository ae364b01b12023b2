import { terminalMessage } from '#cli/terminal-message.ts';
import type { LocalDiscord } from '#playground/local-discord.ts';
import type { PageMessage } from '#playground/page-protocol.ts';
import type { ActOptions, Seat } from '#playground/seat/seat.ts';
import type { OptionValues } from '#playground/seat/sent-values.ts';
import type { Seen } from '#playground/seat/seen.ts';
import { CHANNELS } from '#playground/world/cast.ts';

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
  { values = {}, ...options }: ActOptions & { readonly values?: OptionValues | undefined } = {},
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

/** Everything on a message that can be pressed or chosen from, in order. */
export function controls(message: PageMessage): readonly { readonly id: string; readonly label: string }[] {
  return controlsIn(message['components']);
}

function controlsIn(value: unknown): readonly { readonly id: string; readonly label: string }[] {
  if (Array.isArray(value)) {
    return value.flatMap(controlsIn);
  }
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const id: unknown = Reflect.get(value, 'custom_id');
  const label: unknown = Reflect.get(value, 'label');
  const own = typeof id === 'string' ? [{ id, label: typeof label === 'string' ? label : '' }] : [];
  return [
    ...own,
    ...controlsIn(Reflect.get(value, 'components')),
    ...controlsIn(Reflect.get(value, 'accessory')),
  ];
}
