import { applicationObject, gatewayServerObject, userObject } from '#playground/world/api-objects.ts';
import { BOT, SERVER } from '#playground/world/cast.ts';
import type { World } from '#playground/world/world.ts';
import { INTENT } from './codes.ts';
import type { Dispatch } from './session.ts';

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
