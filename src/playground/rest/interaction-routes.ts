import { MESSAGE_FLAG } from '#playground/component-types.ts';
import { type Answered, takeFirstAnswer } from '#playground/interactions/first-answer.ts';
import { CALLBACK } from '#playground/interactions/interaction.ts';
import type { InteractionBook } from '#playground/interactions/interaction-book.ts';
import { numberOf, objectOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { World } from '#playground/world/world.ts';
import {
  bodyObject,
  NO_CONTENT,
  ok,
  parameter,
  type RestAnswer,
  type RestRequest,
  type Route,
} from './route.ts';

/** How the bot answers what people do, the first time. */
export function interactionRoutes(world: World, book: InteractionBook): readonly Route[] {
  return [
    {
      method: 'POST',
      path: '/interactions/{interaction_id}/{interaction_token}/callback',
      access: 'token',
      run: (request) => answer(world, book, request),
    },
  ];
}

function answer(world: World, book: InteractionBook, request: RestRequest): RestAnswer {
  const id = parameter(request, 'interaction_id');
  const interaction = book.forFirstAnswer(id, parameter(request, 'interaction_token'));
  const body = bodyObject(request);
  const payload = objectOf(body, 'data') ?? {};
  const answered = takeFirstAnswer(
    { world, book, interaction, payload, uploads: request.uploads },
    numberOf(body, 'type') ?? 0,
  );
  return request.query.get('with_response') === 'true' ? ok(answerObject(answered)) : NO_CONTENT;
}

function answerObject({ answered, message: kept }: Answered): ApiObject {
  const flags = numberOf(kept?.message, 'flags') ?? 0;
  const { id, type, answeredBy, originalId } = answered;
  return {
    interaction: {
      id,
      type,
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
