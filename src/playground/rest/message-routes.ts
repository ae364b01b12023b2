import { ApiError } from '#playground/api-error.ts';
import { isTrue, objectsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import { createComplaints } from '#playground/validation/complaints.ts';
import { checkRange } from '#playground/validation/limits.ts';
import { checkMessage } from '#playground/validation/check-message.ts';
import { BOT } from '#playground/world/cast.ts';
import { deleteMessage, editMessage, postMessage } from '#playground/world/messages.ts';
import type { PermissionName } from '#playground/world/permissions.ts';
import { type Channel, may } from '#playground/world/server.ts';
import type { Upload } from '#playground/world/attachments.ts';
import type { World } from '#playground/world/world.ts';
import { bodyObject, NO_CONTENT, ok, parameter, type RestRequest, type Route } from './router.ts';

/** How long an author's nonce is remembered: Discord says "a few minutes". */
const NONCE_MEMORY = 5 * 60_000;

const USUAL_PAGE = 50;
const LARGEST_PAGE = 100;

/** Messages of a channel, as the bot reads and writes them. */
export function messageRoutes(world: World): readonly Route[] {
  const collection = '/channels/{channel_id}/messages';
  const one = `${collection}/{message_id}`;
  return [
    { method: 'GET', path: collection, access: 'bot', run: (request) => ok(list(world, request)) },
    { method: 'POST', path: collection, access: 'bot', run: (request) => ok(create(world, request)) },
    { method: 'GET', path: one, access: 'bot', run: (request) => ok(find(world, request).message) },
    {
      method: 'PATCH',
      path: one,
      access: 'bot',
      run(request) {
        const stored = find(world, request);
        if (stored.authorId !== BOT.id) {
          throw new ApiError('otherAuthor');
        }
        checkMessage(bodyObject(request), { uploads: request.uploads, existing: stored.message });
        return ok(editMessage(world, stored, bodyObject(request), request.uploads).message);
      },
    },
    {
      method: 'DELETE',
      path: one,
      access: 'bot',
      run(request) {
        const stored = find(world, request);
        if (stored.authorId !== BOT.id) {
          channelFor(world, request, 'ManageMessages');
        }
        deleteMessage(world, stored);
        return NO_CONTENT;
      },
    },
    {
      method: 'POST',
      path: '/channels/{channel_id}/typing',
      access: 'bot',
      run(request) {
        channelFor(world, request, 'SendMessages');
        return NO_CONTENT;
      },
    },
  ];
}

function create(world: World, request: RestRequest): ApiObject {
  const payload = bodyObject(request);
  const channel = channelFor(world, request, ...permissionsToSend(request.uploads));
  checkMessage(payload, { uploads: request.uploads });
  const nonce = nonceOf(payload);
  if (nonce !== undefined && isTrue(payload, 'enforce_nonce')) {
    const earlier = world.store.messages.findByNonce(BOT.id, nonce, world.now() - NONCE_MEMORY);
    if (earlier) {
      return { ...(earlier.stored ?? unknownMessage()).message, nonce: payload['nonce'] };
    }
  }
  const stored = postMessage(world, {
    channelId: channel.id,
    author: BOT,
    payload: withoutEmbedsUnless(may(world.server, BOT, channel, 'EmbedLinks') || isDirect(channel), payload),
    uploads: request.uploads,
    ...(nonce !== undefined && { nonce }),
  });
  return { ...stored.message, ...(nonce !== undefined && { nonce: payload['nonce'] }) };
}

function nonceOf({ nonce }: ApiObject): string | undefined {
  return typeof nonce === 'string' || typeof nonce === 'number' ? String(nonce) : undefined;
}

function unknownMessage(): never {
  throw new ApiError('unknownMessage');
}

function permissionsToSend(uploads: readonly Upload[]): readonly PermissionName[] {
  return uploads.length > 0 ? ['SendMessages', 'AttachFiles'] : ['SendMessages'];
}

/** Discord takes the embeds of a bot that may not embed, and shows none. */
function withoutEmbedsUnless(mayEmbed: boolean, payload: ApiObject): ApiObject {
  return mayEmbed || objectsOf(payload, 'embeds').length === 0 ? payload : { ...payload, embeds: [] };
}

function list(world: World, request: RestRequest): readonly ApiObject[] {
  const channel = channelFor(world, request);
  if (!isDirect(channel) && !may(world.server, BOT, channel, 'ReadMessageHistory')) {
    return [];
  }
  const limit = Number(request.query.get('limit') ?? USUAL_PAGE);
  const complaints = createComplaints();
  checkRange(complaints, ['limit'], limit, { min: 1, max: LARGEST_PAGE });
  complaints.throwIfAny();
  const before = idIn(request, 'before');
  const after = idIn(request, 'after');
  const page = { limit, ...(before !== undefined && { before }), ...(after !== undefined && { after }) };
  return world.store.messages.list(channel.id, page).map(({ message }) => message);
}

function idIn(request: RestRequest, key: string): string | undefined {
  const id = request.query.get(key) ?? undefined;
  if (id !== undefined && !/^\d{1,19}$/.test(id)) {
    const complaints = createComplaints();
    complaints.add([key], 'NUMBER_TYPE_COERCE', `Value "${id}" is not snowflake.`);
    complaints.throwIfAny();
  }
  return id;
}

function find(world: World, request: RestRequest): StoredMessage {
  const channel = channelFor(world, request);
  const stored = world.store.messages.find(parameter(request, 'message_id'));
  if (!stored || stored.channelId !== channel.id || stored.ephemeralFor !== undefined) {
    throw new ApiError('unknownMessage');
  }
  return stored;
}

function isDirect(channel: Channel): boolean {
  return channel.recipientId !== undefined;
}

function channelFor(world: World, request: RestRequest, ...needed: readonly PermissionName[]): Channel {
  const channel = world.server.findChannel(parameter(request, 'channel_id'));
  if (!channel) {
    throw new ApiError('unknownChannel');
  }
  if (isDirect(channel)) {
    return channel;
  }
  if (!may(world.server, BOT, channel, 'ViewChannel')) {
    throw new ApiError('missingAccess');
  }
  if (!may(world.server, BOT, channel, ...needed)) {
    throw new ApiError('missingPermissions');
  }
  return channel;
}
