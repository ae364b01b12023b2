import { ApiError } from '#playground/api-error.ts';
import { isObject, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { checkCommands } from '#playground/validation/check-commands.ts';
import { APPLICATION, SERVER } from '#playground/world/cast.ts';
import { composeCommand } from '#playground/world/compose-command.ts';
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

/** The scope of the commands that hold everywhere. */
const GLOBAL = '';

/** The commands that the bot offers, everywhere or in the server. */
export function commandRoutes(world: World): readonly Route[] {
  return [
    ...scopedRoutes(world, '/applications/{application_id}/commands'),
    ...scopedRoutes(world, '/applications/{application_id}/guilds/{guild_id}/commands'),
  ];
}

function scopedRoutes(world: World, collection: string): readonly Route[] {
  const one = `${collection}/{command_id}`;
  const route = (method: Route['method'], path: string, run: Run): Route => ({
    method,
    path,
    access: 'bot',
    run: (request) => run(world, request, scopeOf(request)),
  });
  return [
    route('GET', collection, ({ store }, _request, scope) => ok(store.commands.list(scope))),
    route('PUT', collection, setAll),
    route('POST', collection, create),
    route('GET', one, (_world, request, scope) => ok(find(world, request, scope))),
    route('PATCH', one, edit),
    route('DELETE', one, remove),
  ];
}

type Run = (world: World, request: RestRequest, scope: string) => RestAnswer;

/** All commands of a scope at once; those that are not named any more are gone. */
function setAll(world: World, request: RestRequest, scope: string): RestAnswer {
  const { commands } = world.store;
  const bodies = Array.isArray(request.body) ? request.body.filter(isObject) : [];
  checkCommands(bodies, true);
  for (const command of commands.list(scope)) {
    commands.remove(textOf(command, 'id') ?? '');
  }
  const composed = bodies.map((body) => composeCommand(world, scope, body));
  for (const command of composed) {
    commands.put(scope, command);
  }
  world.events.publish({ kind: 'commands' });
  return ok(composed);
}

function create(world: World, request: RestRequest, scope: string): RestAnswer {
  const body = bodyObject(request);
  checkCommands([body], false);
  const command = composeCommand(world, scope, body);
  const isKnown = world.store.commands.find(command.id) !== undefined;
  world.store.commands.put(scope, command);
  world.events.publish({ kind: 'commands' });
  return { status: isKnown ? 200 : 201, body: command };
}

function edit(world: World, request: RestRequest, scope: string): RestAnswer {
  const merged = { ...find(world, request, scope), ...bodyObject(request) };
  checkCommands([merged], false);
  const command = { ...composeCommand(world, scope, merged), id: parameter(request, 'command_id') };
  world.store.commands.put(scope, command);
  world.events.publish({ kind: 'commands' });
  return ok(command);
}

function remove(world: World, request: RestRequest, scope: string): RestAnswer {
  world.store.commands.remove(textOf(find(world, request, scope), 'id') ?? '');
  world.events.publish({ kind: 'commands' });
  return NO_CONTENT;
}

function find(world: World, request: RestRequest, scope: string): ApiObject {
  const registered = world.store.commands.find(parameter(request, 'command_id'));
  if (registered?.scope !== scope) {
    throw new ApiError('unknownCommand');
  }
  return registered.command;
}

function scopeOf(request: RestRequest): string {
  if (parameter(request, 'application_id') !== APPLICATION.id) {
    throw new ApiError('unknownApplication');
  }
  const serverId = request.parameters['guild_id'];
  if (serverId !== undefined && serverId !== SERVER.id) {
    throw new ApiError('missingAccess');
  }
  return serverId ?? GLOBAL;
}
