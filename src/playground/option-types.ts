import { numberOf } from './json.ts';
import type { ApiObject } from './page-protocol.ts';

/** The numbers that Discord gives the kinds of command option. */
export const OPTION = {
  subCommand: 1,
  subCommandGroup: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

/** The numbers that Discord gives the kinds of command. */
export const COMMAND = { chatInput: 1, user: 2, message: 3, entryPoint: 4 } as const;

/** A command that does not say what it is, is typed with a slash. */
export function commandType(command: ApiObject): number {
  return numberOf(command, 'type') ?? COMMAND.chatInput;
}
