import { channelObject, memberObject } from '#playground/world/api-objects.ts';
import { EVERYBODY, SERVER } from '#playground/world/cast.ts';
import { isDirectChannel } from '#playground/world/server.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { KeptMessage } from '#playground/store/message-table.ts';
import type { WorldEvent } from '#playground/world/world.ts';
import { INTENT } from './codes.ts';
import type { Dispatch } from './session.ts';

/** What the bot is told of an event, and the intent it must have declared for it; most it is not told of. */
export function dispatchOf(
  event: WorldEvent,
): { readonly dispatch: Dispatch; readonly intent: number } | undefined {
  switch (event.kind) {
    case 'message': {
      const { kept, change, nonce } = event;
      if (kept.ephemeralFor !== undefined) {
        return undefined;
      }
      const author = EVERYBODY.find(({ id }) => id === kept.authorId);
      const member =
        author && Object.fromEntries(Object.entries(memberObject(author)).filter(([key]) => key !== 'user'));
      const name = change === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
      const content = {
        ...kept.message,
        ...place(kept),
        ...(member && { member }),
        ...(nonce !== undefined && { nonce }),
      };
      return { dispatch: { event: name, content }, intent: intentFor(kept) };
    }
    case 'message-deleted': {
      const { kept } = event;
      const content = { id: kept.message.id, channel_id: kept.channelId, ...place(kept) };
      return { dispatch: { event: 'MESSAGE_DELETE', content }, intent: intentFor(kept) };
    }
    case 'channel': {
      const name = event.change === 'updated' ? 'CHANNEL_UPDATE' : 'CHANNEL_DELETE';
      return { dispatch: { event: name, content: channelObject(event.channel) }, intent: INTENT.guilds };
    }
    default:
      return undefined;
  }
}

/** Messages of a direct channel say of no server. */
function place({ channelId }: KeptMessage): ApiObject {
  return isDirectChannel(channelId) ? {} : { guild_id: SERVER.id };
}

function intentFor({ channelId }: KeptMessage): number {
  return isDirectChannel(channelId) ? INTENT.directMessages : INTENT.guildMessages;
}
