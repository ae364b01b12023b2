import { ApiError } from '../api-error.ts';
import { MESSAGE_FLAG } from '../component-types.ts';
import { numberOf, objectOf, objectsOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import type { KeptMessage } from '../store/message-table.ts';
import { checkAutocompleteChoices } from '../validation/command.ts';
import { createComplaints } from '../validation/complaints.ts';
import { checkMessage } from '../validation/message.ts';
import { checkModal } from '../validation/modal.ts';
import { BOT } from '../world/cast.ts';
import { editMessage, isLoading, postMessage } from '../world/messages.ts';
import type { Upload } from '../world/upload.ts';
import type { World } from '../world/world.ts';
import { CALLBACK, INTERACTION, type Interaction } from './interaction.ts';
import type { InteractionBook } from './interaction-book.ts';

/** The type of a message that answers a slash command. */
const ANSWER_TO_COMMAND = 20;

export type AnswerParts = { readonly world: World; readonly book: InteractionBook };

/** Which first answers fit which interaction; updates need a message that they could change. */
function isFitting(interaction: Interaction, callback: number): boolean {
  const { type, sourceMessageId } = interaction;
  switch (callback) {
    case CALLBACK.reply:
    case CALLBACK.deferReply:
      return type !== INTERACTION.autocomplete;
    case CALLBACK.deferUpdate:
    case CALLBACK.update:
      return sourceMessageId !== undefined;
    case CALLBACK.choices:
      return type === INTERACTION.autocomplete;
    case CALLBACK.modal:
      return type === INTERACTION.command || type === INTERACTION.component;
    default:
      return false;
  }
}

/**
 * Takes the first answer to an interaction.
 *
 * @returns the message that it made or changed, if any
 * @throws ApiError 50035 if the answer does not fit the interaction or is beyond Discord's limits
 */
export function takeFirstAnswer(
  { world, book }: AnswerParts,
  interaction: Interaction,
  body: ApiObject,
  uploads: readonly Upload[],
): { readonly answered: Interaction; readonly message?: KeptMessage } {
  const callback = numberOf(body, 'type') ?? 0;
  const payload = objectOf(body, 'data') ?? {};
  if (!isFitting(interaction, callback)) {
    const complaints = createComplaints();
    complaints.add(
      ['type'],
      'BASE_TYPE_CHOICES',
      'Value must be one of the answers that fit the interaction.',
    );
    complaints.throwIfAny();
  }
  const interactionId = interaction.id;
  const isDeferred = callback === CALLBACK.deferReply || callback === CALLBACK.deferUpdate;
  const acknowledge = (originalId?: string): Interaction => {
    const answered = book.answer(interaction, callback, originalId);
    world.events.publish({ kind: 'acknowledged', interactionId, isDeferred });
    return answered;
  };

  switch (callback) {
    case CALLBACK.choices: {
      checkAutocompleteChoices(payload['choices']);
      const answered = book.answer(interaction, callback);
      world.events.publish({ kind: 'choices', interactionId, choices: objectsOf(payload, 'choices') });
      return { answered };
    }
    case CALLBACK.modal: {
      checkModal(payload);
      const answered = book.answer(interaction, callback);
      world.events.publish({ kind: 'modal', interactionId, modal: payload });
      return { answered };
    }
    case CALLBACK.deferUpdate:
      return { answered: acknowledge(interaction.sourceMessageId) };
    case CALLBACK.update: {
      const source = sourceOf(world, interaction);
      checkMessage(payload, { uploads, existing: source.message });
      const message = editMessage(world, source, payload, uploads);
      return shown(world, acknowledge(source.message.id), message);
    }
    case CALLBACK.deferReply: {
      const flags = ((numberOf(payload, 'flags') ?? 0) & MESSAGE_FLAG.ephemeral) | MESSAGE_FLAG.loading;
      const message = post(world, interaction, { flags }, []);
      return { answered: acknowledge(message.message.id), message };
    }
    default: {
      checkMessage(payload, { uploads });
      const message = post(world, interaction, payload, uploads);
      return shown(world, acknowledge(message.message.id), message);
    }
  }
}

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
): KeptMessage {
  const original =
    interaction.originalId === undefined ? undefined : world.store.messages.find(interaction.originalId);
  if (original && isLoading(original)) {
    return editAnswer(world, interaction, { kept: original, payload, uploads });
  }
  checkMessage(payload, { uploads });
  const kept = post(world, interaction, payload, uploads);
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: kept.message.id });
  return kept;
}

/** @throws ApiError 50035, 50006 */
export function editAnswer(
  world: World,
  interaction: Interaction,
  edit: { readonly kept: KeptMessage; readonly payload: ApiObject; readonly uploads: readonly Upload[] },
): KeptMessage {
  checkMessage(edit.payload, { uploads: edit.uploads, existing: edit.kept.message });
  const edited = editMessage(world, edit.kept, edit.payload, edit.uploads);
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: edited.message.id });
  return edited;
}

/** @throws ApiError 10008 unless the id names a message that this interaction made or may change */
export function messageOf(world: World, interaction: Interaction, id: string): KeptMessage {
  const messageId = id === '@original' ? interaction.originalId : id;
  const kept =
    messageId === undefined || !/^\d+$/.test(messageId) ? undefined : world.store.messages.find(messageId);
  const belongs =
    kept &&
    (kept.message.id === interaction.originalId ||
      objectOf(kept.message, 'interaction_metadata')?.['id'] === interaction.id);
  if (!kept || !belongs) {
    throw new ApiError('unknownMessage');
  }
  return kept;
}

function sourceOf(world: World, interaction: Interaction): KeptMessage {
  const id = interaction.sourceMessageId;
  const source = id === undefined ? undefined : world.store.messages.find(id);
  if (!source) {
    throw new ApiError('unknownMessage');
  }
  return source;
}

function shown(
  world: World,
  answered: Interaction,
  message: KeptMessage,
): { readonly answered: Interaction; readonly message: KeptMessage } {
  world.events.publish({ kind: 'shown', interactionId: answered.id, messageId: message.message.id });
  return { answered, message };
}

function post(
  world: World,
  interaction: Interaction,
  payload: ApiObject,
  uploads: readonly Upload[],
): KeptMessage {
  const isEphemeral = ((numberOf(payload, 'flags') ?? 0) & MESSAGE_FLAG.ephemeral) !== 0;
  const { id, type, commandName: name } = interaction;
  const { application_id: applicationId, ...metadata } = interaction.metadata;
  const isCommand = type === INTERACTION.command;
  return postMessage(world, {
    channelId: interaction.channelId,
    author: BOT,
    payload,
    uploads,
    ...(isEphemeral && { ephemeralFor: interaction.userId }),
    besides: {
      application_id: applicationId,
      webhook_id: applicationId,
      interaction_metadata: { id, type, ...metadata, ...(isCommand && { name }) },
      ...(isCommand && { interaction: { id, type, name, user: metadata['user'] }, type: ANSWER_TO_COMMAND }),
    },
  });
}
