import { MESSAGE_FLAG } from '#playground/component-types.ts';
import { numberOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { KeptMessage } from '#playground/store/message-table.ts';
import { BOT } from '#playground/world/cast.ts';
import { postMessage } from '#playground/world/messages.ts';
import type { Upload } from '#playground/world/upload.ts';
import type { World } from '#playground/world/world.ts';
import { INTERACTION, type Interaction } from './interaction.ts';

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
): KeptMessage {
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
    besides: {
      application_id: applicationId,
      webhook_id: applicationId,
      interaction_metadata: { id, type, ...metadata, ...(isCommand && { name }) },
      ...(isCommand && { interaction: { id, type, name, user: metadata['user'] }, type: ANSWER_TO_COMMAND }),
    },
  });
}
