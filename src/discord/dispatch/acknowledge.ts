import { DiscordAPIError, MessageFlags, RESTJSONErrorCodes } from 'discord.js';
import type { AnswerMessage } from './interactions.ts';

/** `gone`: too late, Discord has given up on it. `taken`: somebody else answers it. */
export type Acknowledgement = 'ours' | 'gone' | 'taken';

/**
 * Tells Discord that an answer will come.
 *
 * "Already acknowledged" may mean that our own first try arrived and its answer was lost, so the message is looked
 * at: while it still waits for its content, it is ours to fill.
 *
 * @throws whatever else went wrong
 */
export async function acknowledge(
  defer: () => Promise<unknown>,
  message: AnswerMessage,
): Promise<Acknowledgement> {
  try {
    await defer();
    return 'ours';
  } catch (error) {
    if (isCode(error, RESTJSONErrorCodes.UnknownInteraction)) {
      return 'gone';
    }
    if (isCode(error, RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)) {
      return (await isWaiting(message)) ? 'ours' : 'taken';
    }
    throw error;
  }
}

async function isWaiting(message: AnswerMessage): Promise<boolean> {
  try {
    return (await message.fetchMessage('@original')).flags.has(MessageFlags.Loading);
  } catch {
    return false;
  }
}

function isCode(error: unknown, code: RESTJSONErrorCodes): boolean {
  return error instanceof DiscordAPIError && error.code === code;
}
