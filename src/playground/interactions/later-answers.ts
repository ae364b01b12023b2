import { ApiError } from '#playground/api-error.ts';
import { objectOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { KeptMessage } from '#playground/store/message-table.ts';
import { checkMessage } from '#playground/validation/message.ts';
import { editMessage, isLoading } from '#playground/world/messages.ts';
import type { Upload } from '#playground/world/upload.ts';
import type { World } from '#playground/world/world.ts';
import type { Interaction } from './interaction.ts';
import { postAnswer } from './post-answer.ts';

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
  const kept = postAnswer(world, interaction, { payload, uploads });
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
