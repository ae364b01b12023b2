import type { Gateway } from '#playground/gateway/gateway.ts';
import type { InteractionBook } from '#playground/interactions/interaction-book.ts';
import type { World } from '#playground/world/world.ts';
import { commandRoutes } from './command-routes.ts';
import { interactionRoutes, webhookRoutes } from './interaction-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { ownRoutes, serverRoutes } from './server-routes.ts';
import type { Route } from './router.ts';

/** Everything that the bot can ask for over HTTP. */
export function allRoutes(world: World, book: InteractionBook, gateway: Gateway): readonly Route[] {
  return [
    ...ownRoutes(world, () => gateway.sessionStartsLeft()),
    ...serverRoutes(world),
    ...commandRoutes(world),
    ...messageRoutes(world),
    ...interactionRoutes(world, book),
    ...webhookRoutes(world, book),
  ];
}
