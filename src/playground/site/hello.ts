import type { ApiObject, PageMessage, ToPage } from '#playground/page-protocol.ts';
import type { PlaybackState } from '#playground/playback.ts';
import { pageMessage } from '#playground/seat/page-message.ts';
import { PEOPLE, ROLES, SERVER } from '#playground/world/cast.ts';
import type { World } from '#playground/world/world.ts';

/** The latest of each channel: an open playground may have replayed many episodes. */
const MOST_MESSAGES = 500;

/** Commands that can be typed in the server. */
export function offeredCommands({ store }: World): readonly ApiObject[] {
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
    users: PEOPLE.map(({ id, name, standing }) => ({ id, name, standing })),
    roles: ROLES.filter(({ id }) => id !== SERVER.id).map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ id, name, topic }) => ({ id, name, topic })),
    messages: Object.fromEntries(channels.map(({ id }) => [id, messagesOf(id)])),
    commands: offeredCommands(world),
    botOnline,
    ...(playback && { playback }),
  };
}
