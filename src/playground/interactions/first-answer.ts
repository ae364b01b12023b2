import { ApiError } from '#playground/api-error.ts';
import { MESSAGE_FLAG } from '#playground/discord-types.ts';
import { numberOf, objectsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import { checkAutocompleteChoices } from '#playground/validation/check-command-options.ts';
import { createComplaints } from '#playground/validation/complaints.ts';
import { checkMessage } from '#playground/validation/check-message.ts';
import { checkModal } from '#playground/validation/check-modal.ts';
import { editMessage } from '#playground/world/messages.ts';
import type { Upload } from '#playground/world/attachments.ts';
import type { World } from '#playground/world/world.ts';
import { CALLBACK, INTERACTION, type Interaction } from './interaction.ts';
import type { InteractionBook } from './interaction-book.ts';
import { postAnswer } from './answer-messages.ts';

export type FirstAnswer = {
  readonly world: World;
  readonly book: InteractionBook;
  readonly interaction: Interaction;
  readonly payload: ApiObject;
  readonly uploads: readonly Upload[];
};

/** The interaction as it now stands, and the message that the answer made or changed. */
export type Answered = { readonly answered: Interaction; readonly message?: StoredMessage };

type Taking = {
  /** Whether this answer fits the interaction. */
  readonly fits: (interaction: Interaction) => boolean;
  readonly take: (answer: FirstAnswer) => Answered;
};

/**
 * Takes the first answer to an interaction.
 *
 * @param callback - which kind of answer
 * @throws ApiError 50035 if the answer does not fit the interaction or is beyond Discord's limits
 */
export function takeFirstAnswer(answer: FirstAnswer, callback: number): Answered {
  const taking = TAKING[callback];
  if (!taking?.fits(answer.interaction)) {
    const complaints = createComplaints();
    complaints.add(
      ['type'],
      'BASE_TYPE_CHOICES',
      'Value must be one of the answers that fit the interaction.',
    );
    complaints.throwIfAny();
  }
  return taking?.take(answer) ?? { answered: answer.interaction };
}

const isSeen = ({ type }: Interaction): boolean => type !== INTERACTION.autocomplete;
const hasSource = ({ sourceMessageId }: Interaction): boolean => sourceMessageId !== undefined;

const TAKING: Readonly<Record<number, Taking>> = {
  [CALLBACK.reply]: { fits: isSeen, take: reply },
  [CALLBACK.deferReply]: { fits: isSeen, take: deferReply },
  [CALLBACK.deferUpdate]: {
    fits: hasSource,
    take: (answer) => ({
      answered: acknowledge(answer, CALLBACK.deferUpdate, answer.interaction.sourceMessageId),
    }),
  },
  [CALLBACK.update]: { fits: hasSource, take: update },
  [CALLBACK.choices]: { fits: ({ type }) => type === INTERACTION.autocomplete, take: offerChoices },
  [CALLBACK.modal]: {
    fits: ({ type }) => type === INTERACTION.command || type === INTERACTION.component,
    take: openModal,
  },
};

function reply(answer: FirstAnswer): Answered {
  const { world, interaction, payload, uploads } = answer;
  checkMessage(payload, { uploads });
  const message = postAnswer(world, interaction, { payload, uploads });
  const answered = acknowledge(answer, CALLBACK.reply, message.message.id);
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: message.message.id });
  return { answered, message };
}

function deferReply(answer: FirstAnswer): Answered {
  const { world, interaction, payload } = answer;
  const flags = numberOf(payload, 'flags') ?? 0;
  const thinking = { payload: { flags: flags & MESSAGE_FLAG.ephemeral }, uploads: [], isLoading: true };
  const message = postAnswer(world, interaction, thinking);
  return { answered: acknowledge(answer, CALLBACK.deferReply, message.message.id), message };
}

function update(answer: FirstAnswer): Answered {
  const { world, interaction, payload, uploads } = answer;
  const source = world.store.messages.find(interaction.sourceMessageId ?? '0');
  if (!source) {
    throw new ApiError('unknownMessage');
  }
  checkMessage(payload, { uploads, existing: source.message });
  const message = editMessage(world, source, payload, uploads);
  const answered = acknowledge(answer, CALLBACK.update, source.message.id);
  world.events.publish({ kind: 'shown', interactionId: interaction.id, messageId: source.message.id });
  return { answered, message };
}

function offerChoices({ world, book, interaction, payload }: FirstAnswer): Answered {
  checkAutocompleteChoices(payload['choices']);
  const answered = book.answer(interaction, CALLBACK.choices);
  const choices = objectsOf(payload, 'choices');
  world.events.publish({ kind: 'choices', interactionId: interaction.id, choices });
  return { answered };
}

function openModal({ world, book, interaction, payload }: FirstAnswer): Answered {
  checkModal(payload);
  const answered = book.answer(interaction, CALLBACK.modal);
  world.events.publish({ kind: 'modal', interactionId: interaction.id, modal: payload });
  return { answered };
}

function acknowledge(
  { world, book, interaction }: FirstAnswer,
  callback: number,
  originalId?: string,
): Interaction {
  const answered = book.answer(interaction, callback, originalId);
  const isDeferred = callback === CALLBACK.deferReply || callback === CALLBACK.deferUpdate;
  world.events.publish({ kind: 'acknowledged', interactionId: interaction.id, isDeferred });
  return answered;
}
