import type { ApiObject, PageMessage, ToPage } from '#playground/page-protocol.ts';
import type { PlaybackState } from '#playground/playback.ts';
import { pageMessage } from '#playground/seat/seen.ts';
import { PEOPLE, ROLES, SERVER } from '#playground/world/cast.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';

/** The latest of each channel: an open playground may have replayed many episodes. */
const MOST_MESSAGES = 500;

/** Commands that can be typed in the server. */
function offeredCommands({ store }: World): readonly ApiObject[] {
  return [...store.commands.list(''), ...store.commands.list(SERVER.id)];
}

/** All that a page must know when it opens. */
export function helloFor(world: World, botOnline: boolean, playback: PlaybackState | undefined): ToPage {
  const channels = world.server.channels();
  const messagesOf = (id: string): readonly PageMessage[] =>
    world.store.messages.all(id).slice(-MOST_MESSAGES).map(pageMessage);
  return {
    type: 'hello',
    server: { id: SERVER.id, name: SERVER.name },
    users: PEOPLE.map(({ id, name, access }) => ({ id, name, access })),
    roles: ROLES.filter(({ id }) => id !== SERVER.id).map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ id, name, topic }) => ({ id, name, topic })),
    messages: Object.fromEntries(channels.map(({ id }) => [id, messagesOf(id)])),
    commands: offeredCommands(world),
    botOnline,
    ...(playback && { playback }),
  };
}

/** What every page is told of an event; `undefined` when it is nobody's or one person's business. */
export function toEverybody(world: World, event: WorldEvent): ToPage | undefined {
  switch (event.kind) {
    case 'message':
      return { type: 'message', channelId: event.stored.channelId, message: pageMessage(event.stored) };
    case 'message-deleted': {
      const { channelId, message } = event.stored;
      return { type: 'message-delete', channelId, messageId: message.id };
    }
    case 'commands':
      return { type: 'commands', commands: offeredCommands(world) };
    case 'bot':
      return { type: 'bot', online: event.isOnline };
    default:
      return undefined;
  }
}

/** What the page is told that began an interaction, under the name that it gave it. */
export function toAsker(event: WorldEvent, ref: string): ToPage | undefined {
  switch (event.kind) {
    case 'acknowledged':
      return { type: 'interaction', ref, state: 'acknowledged' };
    case 'failed':
      return { type: 'interaction', ref, state: 'failed', reason: event.reason };
    case 'choices':
      return { type: 'choices', ref, choices: event.choices };
    case 'modal':
      return { type: 'modal', ref, modal: event.modal };
    default:
      return undefined;
  }
}
