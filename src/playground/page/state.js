// @ts-check
/**
 * @import { ApiObject, PageChannel, PageMessage, PageUser, ToPage } from '../page-protocol.ts'
 * @import { PlaybackState } from '../playback.ts'
 */
import { textOf } from './api.js';

/**
 * All that the page shows, as last told by the local Discord, and where the person looks.
 *
 * @typedef {{
 *   server: { readonly id: string, readonly name: string },
 *   users: readonly PageUser[],
 *   roles: readonly { readonly id: string, readonly name: string }[],
 *   channels: readonly PageChannel[],
 *   messages: Map<string, PageMessage[]>,
 *   commands: readonly ApiObject[],
 *   botOnline: boolean,
 *   playback: PlaybackState | undefined,
 *   connected: boolean,
 *   channelId: string,
 *   userId: string,
 *   unread: Set<string>,
 *   dismissed: Set<string>,
 * }} PageState
 */

/** @returns {PageState} */
export function emptyState() {
  return {
    server: { id: '', name: '' },
    users: [],
    roles: [],
    channels: [],
    messages: new Map(),
    commands: [],
    botOnline: false,
    playback: undefined,
    connected: false,
    channelId: '',
    userId: '',
    unread: new Set(),
    dismissed: new Set(),
  };
}

/**
 * Brings the state up to what an event tells.
 *
 * @param {PageState} state
 * @param {ToPage} event
 */
export function applyEvent(state, event) {
  switch (event.type) {
    case 'hello':
      applyHello(state, event);
      break;
    case 'message':
      putMessage(state, event.channelId, event.message);
      if (event.channelId !== state.channelId && isFor(event.message, state.userId)) {
        state.unread.add(event.channelId);
      }
      break;
    case 'message-delete':
      removeMessage(state, event.channelId, event.messageId);
      break;
    case 'commands':
      state.commands = event.commands;
      break;
    case 'bot':
      state.botOnline = event.online;
      break;
    case 'playback':
      state.playback = event.playback;
      break;
    default:
      // The rest answers something this page asked, and goes to whoever asked.
      break;
  }
}

/**
 * @param {PageState} state
 * @param {Extract<ToPage, { type: 'hello' }>} hello
 */
function applyHello(state, hello) {
  const { server, users, roles, channels, commands, botOnline, playback } = hello;
  Object.assign(state, { server, users, roles, channels, commands, botOnline, playback });
  state.messages = new Map(
    Object.entries(hello.messages).map(([id, messages]) => [
      id,
      settled(state.messages.get(id) ?? [], messages),
    ]),
  );
  if (!channels.some((channel) => channel.id === state.channelId)) {
    state.channelId = channels[0]?.id ?? '';
  }
  if (!users.some((user) => user.id === state.userId)) {
    state.userId = users[0]?.id ?? '';
  }
}

/**
 * After a reconnection: what is as it was stays the same object, so that it is not drawn anew, and the page's own
 * notes on commands that failed stay at the end.
 *
 * @type {(known: readonly PageMessage[], received: readonly PageMessage[]) => PageMessage[]}
 */
function settled(known, received) {
  const before = new Map(known.map((message) => [message.id, message]));
  const same = received.map((message) => {
    const old = before.get(message.id);
    return old && JSON.stringify(old) === JSON.stringify(message) ? old : message;
  });
  return [...same, ...known.filter((message) => textOf(message, 'attempt') !== '')];
}

/**
 * Adds a message at the end of its channel, or puts it in the place of its earlier version.
 *
 * @param {PageState} state
 * @param {string} channelId
 * @param {PageMessage} message
 */
export function putMessage(state, channelId, message) {
  const messages = state.messages.get(channelId) ?? [];
  const at = messages.findIndex((known) => known.id === message.id);
  if (at === -1) {
    messages.push(message);
  } else {
    messages[at] = message;
  }
  state.messages.set(channelId, messages);
}

/**
 * @param {PageState} state
 * @param {string} channelId
 * @param {string} messageId
 */
export function removeMessage(state, channelId, messageId) {
  const messages = state.messages.get(channelId) ?? [];
  state.messages.set(
    channelId,
    messages.filter((message) => message.id !== messageId),
  );
}

/**
 * The messages that the acting person sees in the open channel, oldest first.
 *
 * @param {PageState} state
 */
export function visibleMessages(state) {
  return (state.messages.get(state.channelId) ?? []).filter(
    (message) => isFor(message, state.userId) && !state.dismissed.has(message.id),
  );
}

/** @type {(message: PageMessage, userId: string) => boolean} */
function isFor(message, userId) {
  return message.ephemeralFor === undefined || message.ephemeralFor === userId;
}
