import {
  applicationObject,
  channelObject,
  gatewayServerObject,
  memberObject,
  userObject,
} from '#playground/world/api-objects.ts';
import { BOT, EVERYBODY, SERVER } from '#playground/world/cast.ts';
import type { World, WorldEvent } from '#playground/world/world.ts';
import { INTENT } from './codes.ts';
import type { Dispatch } from './gateway-session.ts';
import { isDirectChannel } from '#playground/world/server.ts';
import type { ApiObject } from '#playground/page-protocol.ts';
import type { StoredMessage } from '#playground/store/message-table.ts';

/** Where the gateway of this run is. */
export function gatewayUrl(world: World): string {
  return `${world.origin().replace('http', 'ws')}/gateway`;
}

/** What a session is told first. */
export function welcome(
  world: World,
  session: { readonly id: string; readonly intents: number },
): readonly Dispatch[] {
  const { id, flags } = applicationObject();
  const ready = {
    v: 10,
    user: { ...userObject(BOT), verified: true, mfa_enabled: true, email: null },
    guilds: [{ id: SERVER.id, unavailable: true }],
    session_id: session.id,
    resume_gateway_url: gatewayUrl(world),
    shard: [0, 1],
    application: { id, flags },
    private_channels: [],
    relationships: [],
    _trace: [],
  };
  const hasServers = (session.intents & INTENT.guilds) !== 0;
  return [
    { event: 'READY', content: ready },
    ...(hasServers ? [{ event: 'GUILD_CREATE', content: gatewayServerObject(world.server) }] : []),
  ];
}

/** What the bot is told of an event, and the intent it must have declared for it; most it is not told of. */
export function dispatchOf(
  event: WorldEvent,
): { readonly dispatch: Dispatch; readonly intent: number } | undefined {
  switch (event.kind) {
    case 'message': {
      const { stored, change, nonce } = event;
      if (stored.ephemeralFor !== undefined) {
        return undefined;
      }
      const author = EVERYBODY.find(({ id }) => id === stored.authorId);
      const member =
        author && Object.fromEntries(Object.entries(memberObject(author)).filter(([key]) => key !== 'user'));
      const name = change === 'created' ? 'MESSAGE_CREATE' : 'MESSAGE_UPDATE';
      const content = {
        ...stored.message,
        ...place(stored),
        ...(member && { member }),
        ...(nonce !== undefined && { nonce }),
      };
      return { dispatch: { event: name, content }, intent: intentFor(stored) };
    }
    case 'message-deleted': {
      const { stored } = event;
      const content = { id: stored.message.id, channel_id: stored.channelId, ...place(stored) };
      return { dispatch: { event: 'MESSAGE_DELETE', content }, intent: intentFor(stored) };
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
function place({ channelId }: StoredMessage): ApiObject {
  return isDirectChannel(channelId) ? {} : { guild_id: SERVER.id };
}

function intentFor({ channelId }: StoredMessage): number {
  return isDirectChannel(channelId) ? INTENT.directMessages : INTENT.guildMessages;
}
