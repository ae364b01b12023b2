import { ApiError } from '../api-error.ts';
import { isObject, objectsOf, textOf } from '../json.ts';
import { COMMAND, OPTION } from '../option-types.ts';
import type { ApiObject } from '../page-protocol.ts';
import { checkCommands, commandType } from '../validation/command.ts';
import { APPLICATION, SERVER } from '../world/cast.ts';
import type { World } from '../world/world.ts';
import { bodyObject, NO_CONTENT, ok, parameter, type RestRequest, type Route } from './route.ts';

const GLOBAL = '';
const CONTEXTS = [0, 1, 2];

/** The commands that the bot offers, everywhere or in the server. */
export function commandRoutes(world: World): readonly Route[] {
  return [
    ...scopedRoutes(world, '/applications/{application_id}/commands'),
    ...scopedRoutes(world, '/applications/{application_id}/guilds/{guild_id}/commands'),
  ];
}

function scopedRoutes(world: World, collection: string): readonly Route[] {
  const { commands } = world.store;
  const one = `${collection}/{command_id}`;
  const route = (
    method: Route['method'],
    path: string,
    run: (request: RestRequest, scope: string) => ReturnType<Route['run']>,
  ): Route => ({
    method,
    path,
    access: 'bot',
    run: (request) => run(request, scopeOf(request)),
  });
  const find = (request: RestRequest, scope: string): ApiObject => {
    const found = commands.find(parameter(request, 'command_id'));
    if (found?.scope !== scope) {
      throw new ApiError('unknownCommand');
    }
    return found.command;
  };
  const put = (scope: string, body: ApiObject): ApiObject => {
    const command = composeCommand(world, scope, body);
    commands.put(scope, command);
    return command;
  };
  const changed = (): void => world.events.publish({ kind: 'commands' });

  return [
    route('GET', collection, (_request, scope) => ok(commands.list(scope))),
    route('PUT', collection, (request, scope) => {
      const bodies = Array.isArray(request.body) ? request.body.filter(isObject) : [];
      checkCommands(bodies, true);
      for (const command of commands.list(scope)) {
        commands.remove(textOf(command, 'id') ?? '');
      }
      const composed = bodies.map((body) => put(scope, body));
      changed();
      return ok(composed);
    }),
    route('POST', collection, (request, scope) => {
      const body = bodyObject(request);
      checkCommands([body], false);
      const name = textOf(body, 'name');
      const isKnown = commands
        .list(scope)
        .some((known) => known['name'] === name && commandType(known) === commandType(body));
      const command = put(scope, body);
      changed();
      return { status: isKnown ? 200 : 201, body: command };
    }),
    route('GET', one, (request, scope) => ok(find(request, scope))),
    route('PATCH', one, (request, scope) => {
      const merged = { ...find(request, scope), ...bodyObject(request) };
      checkCommands([merged], false);
      const command = { ...composeCommand(world, scope, merged), id: parameter(request, 'command_id') };
      commands.put(scope, command);
      changed();
      return ok(command);
    }),
    route('DELETE', one, (request, scope) => {
      commands.remove(textOf(find(request, scope), 'id') ?? '');
      changed();
      return NO_CONTENT;
    }),
  ];
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

/** A command as Discord answers with it; one that had this name before keeps its id. */
function composeCommand(
  world: World,
  scope: string,
  body: ApiObject,
): ApiObject & { readonly id: string; readonly type: number; readonly name: string } {
  const type = commandType(body);
  const name = textOf(body, 'name') ?? '';
  const id = world.store.commands.idOf(scope, type, name) ?? world.nextId();
  const options = objectsOf(body, 'options').map(composeOption);
  return {
    id,
    application_id: APPLICATION.id,
    version: world.nextId(),
    type,
    name,
    name_localizations: body['name_localizations'] ?? null,
    description: type === COMMAND.chatInput ? (textOf(body, 'description') ?? '') : '',
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: permissionText(body['default_member_permissions']),
    nsfw: body['nsfw'] === true,
    integration_types: body['integration_types'] ?? [0],
    ...(scope === GLOBAL
      ? { contexts: body['contexts'] ?? CONTEXTS, dm_permission: body['dm_permission'] !== false }
      : { contexts: null, guild_id: scope }),
    ...(options.length > 0 && { options }),
  };
}

function composeOption(option: ApiObject): ApiObject {
  const options = objectsOf(option, 'options').map(composeOption);
  const isParent = option['type'] === OPTION.subCommand || option['type'] === OPTION.subCommandGroup;
  const own = Object.fromEntries(
    Object.entries(option).filter(([, value]) => value !== null && value !== undefined),
  );
  return { ...own, ...(isParent && { options }) };
}

function permissionText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
