import { MESSAGE_FLAG } from '#playground/discord-types.ts';
import { type Answered, takeFirstAnswer } from '#playground/interactions/first-answer.ts';
import { CALLBACK, type Interaction } from '#playground/interactions/interaction.ts';
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
} from './router.ts';
import { editAnswer, followUp, messageOf } from '#playground/interactions/answer-messages.ts';
import { deleteMessage, isLoading } from '#playground/world/messages.ts';

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

function answerObject({ answered, message: stored }: Answered): ApiObject {
  const flags = numberOf(stored?.message, 'flags') ?? 0;
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
    ...(stored && { resource: { type: resourceType(answeredBy), message: stored.message } }),
  };
}

/** A deferred reply counts as the reply that it stands for. */
function resourceType(answeredBy: number | undefined): number {
  return answeredBy === CALLBACK.update ? CALLBACK.update : CALLBACK.reply;
}

const WEBHOOK = '/webhooks/{webhook_id}/{webhook_token}';

/** How the bot goes on after its first answer to an interaction, whose token opens these for 15 minutes. */
export function webhookRoutes(world: World, book: InteractionBook): readonly Route[] {
  const parts = { world, book };
  return [
    {
      method: 'POST',
      path: WEBHOOK,
      access: 'token',
      // An interaction's webhook answers with the message whatever `wait` says.
      run: (request) =>
        ok(followUp(world, openedBy(parts, request), bodyObject(request), request.uploads).message),
    },
    ...messageRoutes(parts, `${WEBHOOK}/messages/@original`, () => '@original'),
    ...messageRoutes(parts, `${WEBHOOK}/messages/{message_id}`, (request) =>
      parameter(request, 'message_id'),
    ),
  ];
}

type Parts = { readonly world: World; readonly book: InteractionBook };

function openedBy({ book }: Parts, request: RestRequest): Interaction {
  return book.forFollowUp(parameter(request, 'webhook_id'), parameter(request, 'webhook_token'));
}

function messageRoutes(parts: Parts, path: string, idOf: (request: RestRequest) => string): readonly Route[] {
  const { world } = parts;
  const route = (
    method: Route['method'],
    run: (interaction: Interaction, request: RestRequest) => RestAnswer,
  ): Route => ({ method, path, access: 'token', run: (request) => run(openedBy(parts, request), request) });

  return [
    route('GET', (interaction, request) => ok(messageOf(world, interaction, idOf(request)).message)),
    route('PATCH', (interaction, request) => {
      const stored = messageOf(world, interaction, idOf(request));
      const edit = { stored, payload: bodyObject(request), uploads: request.uploads };
      return ok(editAnswer(world, interaction, edit).message);
    }),
    route('DELETE', (interaction, request) => {
      const stored = messageOf(world, interaction, idOf(request));
      deleteMessage(world, stored);
      if (isLoading(stored)) {
        world.events.publish({ kind: 'withdrawn', interactionId: interaction.id });
      }
      return NO_CONTENT;
    }),
  ];
}
