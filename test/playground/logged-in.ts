import { Client, GatewayIntentBits } from 'discord.js';
import { onTestFinished } from 'vitest';
import {
  createLocalDiscord,
  type LocalDiscord,
  type LocalDiscordAddress,
  type LocalDiscordOptions,
} from '#playground/local-discord.ts';
import type { RestExchange } from '#playground/exchange-log.ts';

export type Started = { readonly discord: LocalDiscord; readonly address: LocalDiscordAddress };

/** A local Discord that ends with the test. */
export async function startDiscord(options: Partial<LocalDiscordOptions> = {}): Promise<Started> {
  const discord = createLocalDiscord({ now: Date.now, ...options });
  onTestFinished(() => discord.stop());
  return { discord, address: await discord.start() };
}

export type Bot = Started & { readonly client: Client<true> };

/** The unmodified client, set up as the bot sets it up, and ready. */
export async function logIn(
  started: Started,
  more: { readonly intents?: readonly GatewayIntentBits[]; readonly retries?: number } = {},
): Promise<Bot> {
  const client = new Client({
    intents: [...(more.intents ?? [GatewayIntentBits.Guilds])],
    rest: { api: started.address.api, timeout: 15_000, retries: more.retries ?? 3 },
    waitGuildTimeout: 0,
    enforceNonce: true,
    allowedMentions: { parse: [] },
  });
  client.on('error', () => {});
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => {
    client.once('clientReady', resolve);
  });
  await client.login(started.address.token);
  return { ...started, client: await ready };
}

export async function startBot(options: Partial<LocalDiscordOptions> = {}): Promise<Bot> {
  return logIn(await startDiscord(options));
}

/** The REST requests to one route, such as `POST /channels/{channel_id}/messages`. */
export function requestsTo(discord: LocalDiscord, route: string): readonly RestExchange[] {
  return discord
    .requests()
    .filter((exchange) => exchange.kind === 'rest')
    .filter((exchange) => `${exchange.method} ${exchange.route}` === route);
}

/** A plain request, as a bot without a library sends it. */
export async function request(
  { address }: Pick<Started, 'address'>,
  method: string,
  path: string,
  body?: unknown,
): Promise<{ readonly status: number; readonly answer: unknown }> {
  const response = await fetch(`${address.api}/v10${path}`, {
    method,
    headers: { authorization: `Bot ${address.token}`, 'content-type': 'application/json' },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, answer: text === '' ? undefined : JSON.parse(text) };
}
