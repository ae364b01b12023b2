import { allComponents, COMPONENT, MESSAGE_FLAG, SETTABLE_FLAGS } from '#playground/discord-types.ts';
import { numberOf, objectOf, objectsOf, textOf, textsOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { discordTime } from '#playground/snowflake.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';
import { userObject } from './api-objects.ts';
import { attach, type Upload } from './attachments.ts';
import { EVERYBODY, type Person, ROLES } from './cast.ts';
import { composeComponents, composeEmbeds } from './compose-message.ts';
import type { World } from './world.ts';

const KIND = { ordinary: 0, reply: 19 } as const;

export type Draft = {
  readonly channelId: string;
  readonly author: Person;
  /** As in the body of a request, which must have been found valid. */
  readonly payload: ApiObject;
  readonly uploads: readonly Upload[];
  readonly nonce?: string;
  readonly ephemeralFor?: string;
  /** Whether it only says that the bot is thinking. */
  readonly isLoading?: boolean;
  /** More fields of the message, such as what interaction it answers. */
  readonly extra?: ApiObject;
};

/** Stores a new message and tells everybody of it. */
export function postMessage(world: World, draft: Draft): StoredMessage {
  const { channelId, author, payload, uploads, nonce, ephemeralFor, extra } = draft;
  const id = world.nextId();
  const createdAt = world.now();
  const attachments = attach(world, channelId, payload, { uploads, existing: [] });
  const stored: StoredMessage = {
    message: {
      id,
      type: KIND.ordinary,
      channel_id: channelId,
      author: userObject(author),
      timestamp: discordTime(createdAt),
      edited_timestamp: null,
      tts: false,
      pinned: false,
      flags: flagsOf(draft),
      content: (textOf(payload, 'content') ?? '').trim(),
      attachments,
      embeds: [],
      components: [],
      ...bodyOf(world, payload, attachments),
      ...mentionsOf(payload),
      ...referenceOf(world, payload, channelId),
      ...extra,
    },
    channelId,
    authorId: author.id,
    ...(ephemeralFor !== undefined && { ephemeralFor }),
  };
  world.store.messages.insert({ ...stored, createdAt, ...(nonce !== undefined && { nonce }) });
  world.events.publish({
    kind: 'message',
    change: 'created',
    stored,
    ...(nonce !== undefined && { nonce }),
  });
  return stored;
}

/** Stores a message's new version and tells everybody of it; what the payload does not name stays. */
export function editMessage(
  world: World,
  stored: StoredMessage,
  payload: ApiObject,
  uploads: readonly Upload[],
): StoredMessage {
  const { message } = stored;
  const attachments = attach(world, stored.channelId, payload, {
    uploads,
    existing: objectsOf(message, 'attachments'),
  });
  const wasLoading = isLoading(stored);
  const textChanged = payload['content'] !== undefined || payload['components'] !== undefined;
  const edited: StoredMessage = {
    ...stored,
    message: {
      ...message,
      ...(payload['content'] !== undefined && { content: (textOf(payload, 'content') ?? '').trim() }),
      attachments,
      ...bodyOf(world, payload, attachments),
      ...(textChanged && mentionsOf(payload)),
      flags: flagsAfter(message, payload),
      // The first words of a message that was "thinking" are no edit.
      edited_timestamp: wasLoading ? null : discordTime(world.now()),
    },
  };
  world.store.messages.replace(edited.message);
  world.events.publish({ kind: 'message', change: 'edited', stored: edited });
  return edited;
}

export function deleteMessage(world: World, stored: StoredMessage): void {
  world.store.messages.remove(stored.message.id);
  world.events.publish({ kind: 'message-deleted', stored });
}

/** Whether the message only says that the bot is thinking. */
export function isLoading({ message }: StoredMessage): boolean {
  return ((numberOf(message, 'flags') ?? 0) & MESSAGE_FLAG.loading) !== 0;
}

/** Embeds and components, as far as the payload names them. */
function bodyOf(world: World, payload: ApiObject, attachments: readonly ApiObject[]): ApiObject {
  const surroundings = { attachments, nextId: world.nextId };
  return {
    ...(payload['embeds'] !== undefined && {
      embeds: composeEmbeds(objectsOf(payload, 'embeds'), attachments),
    }),
    ...(payload['components'] !== undefined && {
      components: composeComponents(objectsOf(payload, 'components'), surroundings),
    }),
  };
}

function flagsOf({ payload, ephemeralFor, isLoading: isThinking }: Draft): number {
  const flags = (numberOf(payload, 'flags') ?? 0) & SETTABLE_FLAGS;
  const ephemeral = ephemeralFor === undefined ? 0 : MESSAGE_FLAG.ephemeral;
  return flags | ephemeral | (isThinking === true ? MESSAGE_FLAG.loading : 0);
}

/** Of the flags an edit may set these two; Components V2 cannot be taken back. */
function flagsAfter(message: ApiObject, payload: ApiObject): number {
  const before = numberOf(message, 'flags') ?? 0;
  const flags = numberOf(payload, 'flags');
  const lasting = before & ~MESSAGE_FLAG.loading;
  if (flags === undefined) {
    return lasting;
  }
  const settable = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
  return (lasting & ~MESSAGE_FLAG.suppressEmbeds) | (flags & settable);
}

function referenceOf(world: World, payload: ApiObject, channelId: string): ApiObject {
  const messageId = textOf(objectOf(payload, 'message_reference'), 'message_id');
  if (messageId === undefined) {
    return {};
  }
  const replied = world.store.messages.find(messageId);
  return {
    type: KIND.reply,
    message_reference: { type: 0, channel_id: channelId, message_id: messageId },
    referenced_message: replied?.message ?? null,
  };
}

/** Whom a message notifies: those named in its text, as far as its sender allows. */
function mentionsOf(payload: ApiObject): ApiObject {
  const text = [
    textOf(payload, 'content') ?? '',
    ...allComponents(objectsOf(payload, 'components'))
      .filter((component) => numberOf(component, 'type') === COMPONENT.textDisplay)
      .map((component) => textOf(component, 'content') ?? ''),
  ].join('\n');
  const allowed = objectOf(payload, 'allowed_mentions');
  const isAllowed = (kind: string, id: string): boolean =>
    allowed === undefined || textsOf(allowed, 'parse').includes(kind) || textsOf(allowed, kind).includes(id);

  return {
    mentions: EVERYBODY.filter(
      ({ id }) => (text.includes(`<@${id}>`) || text.includes(`<@!${id}>`)) && isAllowed('users', id),
    ).map(userObject),
    mention_roles: ROLES.filter(({ id }) => text.includes(`<@&${id}>`) && isAllowed('roles', id)).map(
      ({ id }) => id,
    ),
    mention_everyone: /@(everyone|here)\b/.test(text) && isAllowed('everyone', ''),
  };
}
