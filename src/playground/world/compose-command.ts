import { objectsOf, textOf, withoutEmpty } from '#playground/json.ts';
import { COMMAND, commandType, OPTION } from '#playground/discord-types.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { APPLICATION } from './cast.ts';
import type { World } from './world.ts';

const IN_SERVERS = [0];
const EVERYWHERE = [0, 1, 2];

export type ComposedCommand = ApiObject & {
  readonly id: string;
  readonly type: number;
  readonly name: string;
};

/**
 * A command as Discord answers with it; one that had this name before keeps its id.
 *
 * @param scope - a server's id, or empty for everywhere
 */
export function composeCommand(world: World, scope: string, body: ApiObject): ComposedCommand {
  const type = commandType(body);
  const name = textOf(body, 'name') ?? '';
  const options = objectsOf(body, 'options').map(composeOption);
  return {
    id: world.store.commands.idOf(scope, type, name) ?? world.nextId(),
    application_id: APPLICATION.id,
    version: world.nextId(),
    type,
    name,
    name_localizations: body['name_localizations'] ?? null,
    description: type === COMMAND.chatInput ? textOf(body, 'description') : '',
    description_localizations: body['description_localizations'] ?? null,
    default_member_permissions: permissionText(body['default_member_permissions']),
    nsfw: body['nsfw'] === true,
    integration_types: body['integration_types'] ?? IN_SERVERS,
    ...placeOf(scope, body),
    ...(options.length > 0 && { options }),
  };
}

function placeOf(scope: string, body: ApiObject): ApiObject {
  return scope === ''
    ? { contexts: body['contexts'] ?? EVERYWHERE, dm_permission: body['dm_permission'] !== false }
    : { contexts: null, guild_id: scope };
}

function composeOption(option: ApiObject): ApiObject {
  const isParent = option['type'] === OPTION.subCommand || option['type'] === OPTION.subCommandGroup;
  return {
    ...withoutEmpty(option),
    ...(isParent && { options: objectsOf(option, 'options').map(composeOption) }),
  };
}

function permissionText(value: unknown): string | null {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}
