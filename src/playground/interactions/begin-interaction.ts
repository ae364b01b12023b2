import type { Gateway } from '#playground/gateway/gateway.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { channelObject, memberObject, SERVER_LOCALE, userObject } from '#playground/world/api-objects.ts';
import { APPLICATION, BOT, PEOPLE, type Person, SERVER } from '#playground/world/cast.ts';
import type { Channel, Server } from '#playground/world/server.ts';
import type { World } from '#playground/world/world.ts';
import type { Interaction, Opened } from './interaction.ts';
import type { InteractionBook, OpenModals } from './interaction-book.ts';
import { type Acting, Refused } from './use.ts';
import { withoutEmpty } from '#playground/json.ts';
import { ALL_PERMISSIONS } from '#playground/world/permissions.ts';

const NOBODY_THERE = 'The application did not respond: no bot is connected';

export type ActParts = {
  readonly world: World;
  readonly book: InteractionBook;
  readonly gateway: Pick<Gateway, 'dispatch'>;
  readonly modals: OpenModals;
};

export type Place = { readonly person: Person; readonly channel: Channel };

/** What was done, what the bot is told of it, and what answering messages will say of it. */
export type PersonAction = {
  readonly opened: Pick<Opened, 'type' | 'commandName' | 'sourceMessageId'>;
  readonly payload: { readonly data: ApiObject; readonly message?: ApiObject };
  readonly metadata?: ApiObject;
};

/** Tells the bot of something that a person did; returns the interaction's id. */
export function beginInteraction(
  { world, book, gateway, modals }: ActParts,
  place: Place,
  action: PersonAction,
): string {
  const { person, channel } = place;
  const interaction = book.open({
    ...action.opened,
    userId: person.id,
    channelId: channel.id,
    metadata: {
      application_id: APPLICATION.id,
      user: userObject(person),
      authorizing_integration_owners: installationOwners(channel),
      ...action.metadata,
    },
  });
  modals.note(interaction);
  const content = interactionPayload(interaction, { server: world.server, ...place }, action.payload);
  if (gateway.dispatch({ event: 'INTERACTION_CREATE', content })) {
    book.startWaiting(interaction.id);
  } else {
    // Not before the caller knows the id.
    queueMicrotask(() => book.fail(interaction.id, NOBODY_THERE));
  }
  return interaction.id;
}

/** @throws Refused for a person or channel that is not there */
export function placeOf(world: World, { userId, channelId }: Acting): Place {
  const person = PEOPLE.find(({ id }) => id === userId);
  const channel = world.server.findChannel(channelId);
  if (!person || !channel) {
    throw new Refused(person ? 'This channel is no longer there.' : 'There is no such person here.');
  }
  return { person, channel };
}

/** 10 MiB, in bytes: what a server without boosts may upload. */
const LARGEST_FILE = 10 * 1024 ** 2;

const CONTEXT = { server: 0, direct: 1 } as const;

/** Who let the bot in: the server (`0`), or in a direct channel the bot's own (`0`: `0`). */
function installationOwners(channel: Channel): Readonly<Record<string, string>> {
  return { '0': channel.recipientId === undefined ? SERVER.id : '0' };
}

/** An interaction as the gateway tells the bot of it. */
function interactionPayload(
  interaction: Interaction,
  place: { readonly server: Server; readonly channel: Channel; readonly person: Person },
  payload: { readonly data: ApiObject; readonly message?: ApiObject },
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
    data: payload.data,
    ...(payload.message && { message: payload.message }),
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
