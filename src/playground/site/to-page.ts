import type { ToPage } from '#playground/page-protocol.ts';
import { pageMessage } from '#playground/seat/page-message.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';
import { offeredCommands } from './hello.ts';

/** What every page is told of an event; `undefined` when it is nobody's or one person's business. */
export function toEverybody(world: World, event: WorldEvent): ToPage | undefined {
  switch (event.kind) {
    case 'message':
      return { type: 'message', channelId: event.kept.channelId, message: pageMessage(event.kept) };
    case 'message-deleted': {
      const { channelId, message } = event.kept;
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
