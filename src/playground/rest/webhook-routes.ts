import type { Interaction } from '#playground/interactions/interaction.ts';
import type { InteractionBook } from '#playground/interactions/interaction-book.ts';
import { editAnswer, followUp, messageOf } from '#playground/interactions/later-answers.ts';
import { deleteMessage, isLoading } from '#playground/world/messages.ts';
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
      const kept = messageOf(world, interaction, idOf(request));
      const edit = { kept, payload: bodyObject(request), uploads: request.uploads };
      return ok(editAnswer(world, interaction, edit).message);
    }),
    route('DELETE', (interaction, request) => {
      const kept = messageOf(world, interaction, idOf(request));
      deleteMessage(world, kept);
      if (isLoading(kept)) {
        world.events.publish({ kind: 'withdrawn', interactionId: interaction.id });
      }
      return NO_CONTENT;
    }),
  ];
}
