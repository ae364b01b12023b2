import {
  type AnswerParts,
  editAnswer,
  followUp,
  messageOf,
  takeFirstAnswer,
} from '../interactions/answers.ts';
import { CALLBACK, type Interaction } from '../interactions/interaction.ts';
import { MESSAGE_FLAG } from '../component-types.ts';
import { numberOf } from '../json.ts';
import type { ApiObject } from '../page-protocol.ts';
import type { KeptMessage } from '../store/message-table.ts';
import { deleteMessage, isLoading } from '../world/messages.ts';
import { bodyObject, NO_CONTENT, ok, parameter, type RestRequest, type Route } from './route.ts';

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** How the bot answers what people do. */
export function interactionRoutes(parts: AnswerParts): readonly Route[] {
  const { world, book } = parts;
  const open = (request: RestRequest): Interaction =>
    book.forFollowUp(parameter(request, 'webhook_id'), parameter(request, 'webhook_token'));
  const messageRoutes = (path: string, idOf: (request: RestRequest) => string): readonly Route[] => [
    {
      method: 'GET',
      path,
      access: 'token',
      run: (request) => ok(messageOf(world, open(request), idOf(request)).message),
    },
    {
      method: 'PATCH',
      path,
      access: 'token',
      run(request) {
        const interaction = open(request);
        const kept = messageOf(world, interaction, idOf(request));
        return ok(
          editAnswer(world, interaction, { kept, payload: bodyObject(request), uploads: request.uploads })
            .message,
        );
      },
    },
    {
      method: 'DELETE',
      path,
      access: 'token',
      run(request) {
        const interaction = open(request);
        const kept = messageOf(world, interaction, idOf(request));
        deleteMessage(world, kept);
        if (isLoading(kept)) {
          world.events.publish({ kind: 'withdrawn', interactionId: interaction.id });
        }
        return NO_CONTENT;
      },
    },
  ];

  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      access: 'token',
      run(request) {
        const asked = book.forFirstAnswer(
          parameter(request, 'interaction_id'),
          parameter(request, 'interaction_token'),
        );
        const { answered, message } = takeFirstAnswer(parts, asked, bodyObject(request), request.uploads);
        return request.query.get('with_response') === 'true'
          ? ok(callbackAnswer(answered, message))
          : NO_CONTENT;
      },
    },
    {
      method: 'POST',
      path: WEBHOOK,
      access: 'token',
      run(request) {
        const kept = followUp(world, open(request), bodyObject(request), request.uploads);
        // Interaction webhooks wait whatever `wait` says.
        return ok(kept.message);
      },
    },
    ...messageRoutes(`${WEBHOOK}/messages/@original`, () => '@original'),
    ...messageRoutes(`${WEBHOOK}/messages/{message_id}`, (request) => parameter(request, 'message_id')),
  ];
}

function callbackAnswer(interaction: Interaction, kept: KeptMessage | undefined): ApiObject {
  const flags = numberOf(kept?.message, 'flags') ?? 0;
  const { answeredBy, originalId } = interaction;
  return {
    interaction: {
      id: interaction.id,
      type: interaction.type,
      ...(originalId !== undefined && {
        response_message_id: originalId,
        response_message_loading: (flags & MESSAGE_FLAG.loading) !== 0,
        response_message_ephemeral: (flags & MESSAGE_FLAG.ephemeral) !== 0,
      }),
    },
    ...(kept && { resource: { type: resourceType(answeredBy), message: kept.message } }),
  };
}

/** A deferred reply counts as the reply that it stands for. */
function resourceType(answeredBy: number | undefined): number {
  return answeredBy === CALLBACK.update ? CALLBACK.update : CALLBACK.reply;
}
