import { type Client, Events } from 'discord.js';
import type { Log } from '#ports/log.ts';
import type { HealthServices } from '#services/health/index.ts';

/** Tells the services where the bot is. discord.js keeps a server that is merely unavailable apart from a removal. */
export function reportPresence(client: Client, services: () => HealthServices, log: Log): void {
  const logged = (act: Promise<void>): void => {
    act.catch((error: unknown) => log.error('presence not noted', error));
  };
  client.on(Events.GuildDelete, ({ id }) => logged(services().serverLeft(id)));
  client.on(Events.GuildCreate, ({ id }) => logged(services().serverJoined(id)));
  client.on(Events.GuildAvailable, ({ id }) => logged(services().serverJoined(id)));
  client.on(Events.ClientReady, ({ guilds }) => logged(services().serversSeen([...guilds.cache.keys()])));
}
