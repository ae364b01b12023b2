import { ApiError } from '#playground/api-error.ts';
import { numberOf, objectOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import { checkMessage } from '#playground/validation/check-message.ts';
import { editMessage, isLoading, postMessage } from '#playground/world/messages.ts';
import type { Upload } from '#playground/world/attachments.ts';
import type { World } from '#playground/world/world.ts';
import { type Interaction, INTERACTION } from './interaction.ts';
import { MESSAGE_FLAG } from '#playground/discord-types.ts';
import { BOT } from '#playground/world/cast.ts';

/**
 * Sends a further message; the first after a deferred reply takes that one's place.
 *
 * @throws ApiError 50035, 50006
 */
export function followUp(
  world: World,
  interaction: Interaction,
  payload: ApiObject,
  uploads: readonly Upload[],
): StoredMessage {
  const original =
    interaction.originalId === undefined ? undefined : world.store.messages.find(interaction.originalId);
  if (original && isLoading(original)) {
    return editAnswer(world, interaction, { stored: original, payload, uploads });
  }
  checkMessage(payload, { uploads });
  const stored = postAnswer(world, interaction, { payload, uploads });
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: stored.message.id });
  return stored;
}

/** @throws ApiError 50035, 50006 */
export function editAnswer(
  world: World,
  interaction: Interaction,
  edit: { readonly stored: StoredMessage; readonly payload: ApiObject; readonly uploads: readonly Upload[] },
): StoredMessage {
  checkMessage(edit.payload, { uploads: edit.uploads, existing: edit.stored.message });
  const edited = editMessage(world, edit.stored, edit.payload, edit.uploads);
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: edited.message.id });
  return edited;
}

/** @throws ApiError 10008 unless the id names a message that this interaction made or may change */
export function messageOf(world: World, interaction: Interaction, id: string): StoredMessage {
  const messageId = id === '@original' ? interaction.originalId : id;
  const stored =
    messageId === undefined || !/^\d+$/.test(messageId) ? undefined : world.store.messages.find(messageId);
  const belongs =
    stored &&
    (stored.message.id === interaction.originalId ||
      objectOf(stored.message, 'interaction_metadata')?.['id'] === interaction.id);
  if (!stored || !belongs) {
    throw new ApiError('unknownMessage');
  }
  return stored;
}

/** The type of a message that answers a slash command. */
const ANSWER_TO_COMMAND = 20;

/** Posts a message that answers an interaction, for all or for the one who asked. */
export function postAnswer(
  world: World,
  interaction: Interaction,
  answer: {
    readonly payload: ApiObject;
    readonly uploads: readonly Upload[];
    /** Whether it only says that the bot is thinking. */
    readonly isLoading?: boolean;
  },
): StoredMessage {
  const { payload } = answer;
  const isEphemeral = ((numberOf(payload, 'flags') ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
  const { id, type, commandName: name } = interaction;
  const { application_id: applicationId, ...metadata } = interaction.metadata;
  const isCommand = type === INTERACTION.command;
  return postMessage(world, {
    channelId: interaction.channelId,
    author: BOT,
    ...answer,
    ...(isEphemeral && { ephemeralFor: interaction.userId }),
    extra: {
      application_id: applicationId,
      webhook_id: applicationId,
      interaction_metadata: { id, type, ...metadata, ...(isCommand && { name }) },
      ...(isCommand && { interaction: { id, type, name, user: metadata['user'] }, type: ANSWER_TO_COMMAND }),
    },
  });
}
