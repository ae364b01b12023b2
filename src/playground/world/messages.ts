import { MESSAGE_FLAG, SETTABLE_FLAGS } from '#playground/component-types.ts';
import { numberOf, objectOf, objectsOf, textOf } from '#playground/json.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import { discordTime } from '#playground/snowflake.ts';
import type { KeptMessage } from '#playground/store/message-table.ts';
import { userObject } from './api-objects.ts';
import { attach } from './attachments.ts';
import type { Person } from './cast.ts';
import { composeComponents } from './compose-components.ts';
import { composeEmbeds } from './compose-embeds.ts';
import { mentionsOf } from './mentions.ts';
import type { Upload } from './upload.ts';
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
  readonly besides?: ApiObject;
};

/** Stores a new message and tells everybody of it. */
export function postMessage(world: World, draft: Draft): KeptMessage {
  const { channelId, author, payload, uploads, nonce, ephemeralFor, besides } = draft;
  const id = world.nextId();
  const createdAt = world.now();
  const attachments = attach(world, channelId, payload, { uploads, existing: [] });
  const kept: KeptMessage = {
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
      ...besides,
    },
    channelId,
    authorId: author.id,
    ...(ephemeralFor !== undefined && { ephemeralFor }),
  };
  world.store.messages.insert({ ...kept, createdAt, ...(nonce !== undefined && { nonce }) });
  world.events.publish({ kind: 'message', change: 'created', kept, ...(nonce !== undefined && { nonce }) });
  return kept;
}

/** Stores a message's new version and tells everybody of it; what the payload does not name stays. */
export function editMessage(
  world: World,
  kept: KeptMessage,
  payload: ApiObject,
  uploads: readonly Upload[],
): KeptMessage {
  const { message } = kept;
  const attachments = attach(world, kept.channelId, payload, {
    uploads,
    existing: objectsOf(message, 'attachments'),
  });
  const wasLoading = isLoading(kept);
  const textChanged = payload['content'] !== undefined || payload['components'] !== undefined;
  const edited: KeptMessage = {
    ...kept,
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
  world.events.publish({ kind: 'message', change: 'edited', kept: edited });
  return edited;
}

export function deleteMessage(world: World, kept: KeptMessage): void {
  world.store.messages.remove(kept.message.id);
  world.events.publish({ kind: 'message-deleted', kept });
}

/** Whether the message only says that the bot is thinking. */
export function isLoading({ message }: KeptMessage): boolean {
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
  const asked = (numberOf(payload, 'flags') ?? 0) & SETTABLE_FLAGS;
  const ephemeral = ephemeralFor === undefined ? 0 : MESSAGE_FLAG.ephemeral;
  return asked | ephemeral | (isThinking === true ? MESSAGE_FLAG.loading : 0);
}

/** Of the flags an edit may set these two; Components V2 cannot be taken back. */
function flagsAfter(message: ApiObject, payload: ApiObject): number {
  const before = numberOf(message, 'flags') ?? 0;
  const asked = numberOf(payload, 'flags');
  const kept = before & ~MESSAGE_FLAG.loading;
  if (asked === undefined) {
    return kept;
  }
  const settable = MESSAGE_FLAG.suppressEmbeds | MESSAGE_FLAG.componentsV2;
  return (kept & ~MESSAGE_FLAG.suppressEmbeds) | (asked & settable);
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
