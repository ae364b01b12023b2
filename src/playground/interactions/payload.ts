import { withoutEmpty } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { channelObject, memberObject, SERVER_LOCALE, userObject } from '#playground/world/api-objects.ts';
import { APPLICATION, BOT, type Person, SERVER } from '#playground/world/cast.ts';
import { ALL_PERMISSIONS } from '#playground/world/permissions.ts';
import type { Channel, Server } from '#playground/world/server.ts';
import type { Interaction } from './interaction.ts';

/** 10 MiB, in bytes: what a server without boosts may upload. */
const LARGEST_FILE = 10 * 1024 ** 2;

const CONTEXT = { server: 0, direct: 1 } as const;

/** Who let the bot in: the server (`0`), or in a direct channel the bot's own (`0`: `0`). */
export function installationOwners(channel: Channel): Readonly<Record<string, string>> {
  return { '0': channel.recipientId === undefined ? SERVER.id : '0' };
}

/** An interaction as the gateway tells the bot of it. */
export function interactionPayload(
  interaction: Interaction,
  place: { readonly server: Server; readonly channel: Channel; readonly person: Person },
  told: { readonly data: ApiObject; readonly message?: ApiObject },
): ApiObject {
  const { server, channel, person } = place;
  const isDirect = channel.recipientId !== undefined;
  const permissions = isDirect ? ALL_PERMISSIONS : server.permissions(person, channel);
  const appPermissions = isDirect ? ALL_PERMISSIONS : server.permissions(BOT, channel);
  const member = {
    ...memberObject(person),
    permissions: permissions.toString(),
    unusual_dm_activity_until: null,
  };
  return {
    id: interaction.id,
    application_id: APPLICATION.id,
    type: interaction.type,
    token: interaction.token,
    version: 1,
    data: told.data,
    ...(told.message && { message: told.message }),
    channel_id: channel.id,
    channel: withoutEmpty({ ...channelObject(channel), permissions: permissions.toString() }),
    ...(isDirect
      ? { user: userObject(person), context: CONTEXT.direct }
      : {
          guild_id: SERVER.id,
          guild: { id: SERVER.id, features: [], locale: SERVER_LOCALE },
          guild_locale: SERVER_LOCALE,
          member,
          context: CONTEXT.server,
        }),
    app_permissions: appPermissions.toString(),
    locale: SERVER_LOCALE,
    entitlements: [],
    entitlement_sku_ids: [],
    authorizing_integration_owners: installationOwners(channel),
    attachment_size_limit: LARGEST_FILE,
  };
}
