import { GatewayIntentBits } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { logIn, request, startBot, startDiscord } from './logged-in.ts';

describe('logging in to the local Discord', () => {
  it('makes an unmodified client ready, with the server, its channels and the bot in it', async () => {
    const { client, discord, address } = await startBot();

    expect(client.user.id).toBe(address.applicationId);
    expect(client.guilds.cache.get(address.serverId)?.channels.cache.get(address.channelId)?.name).toBe(
      'vega-alerts',
    );
    expect(judge(discord.requests())).toEqual([]);
  });

  it('answers everything that a bot can ask about itself and the server as Discord documents it', async () => {
    const { client, discord, address } = await startBot();
    const guild = await client.guilds.fetch({ guild: address.serverId, force: true });

    await client.application.fetch();
    await client.user.fetch(true);
    await client.users.fetch(discord.people.steward.id, { force: true });
    await guild.channels.fetch();
    await guild.roles.fetch();
    const steward = await guild.members.fetch({ user: discord.people.steward.id, force: true });
    await client.channels.fetch(address.channelId, { force: true });
    await request({ address }, 'GET', '/users/@me/guilds');
    await request({ address }, 'GET', `/guilds/${address.serverId}/threads/active`);

    expect(steward.roles.cache.map(({ name }) => name)).toContain('Steward');
    expect(judge(discord.requests())).toEqual([]);
  });

  it('turns a wrong token away, at the gateway and in every request', async () => {
    const started = await startDiscord();
    const stranger = { ...started, address: { ...started.address, token: `${started.address.token}x` } };

    await expect(logIn(stranger)).rejects.toThrow('An invalid token was provided.');
    expect(await request(stranger, 'GET', '/users/@me')).toEqual({
      status: 401,
      answer: { code: 0, message: '401: Unauthorized' },
    });
  });

  it('refuses intents that Discord grants only on application', async () => {
    const started = await startDiscord();
    const privileged = { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent] };
    await expect(logIn(started, privileged)).rejects.toThrow('disallowed intents');
  });

  it('says which port is taken, and starts twice without harm', async () => {
    const { discord, address } = await startDiscord();
    const port = Number(new URL(address.api).port);

    await expect(startDiscord({ port })).rejects.toMatchObject({ name: 'Error', port });
    expect(await discord.start()).toEqual(address);
    await Promise.all([discord.stop(), discord.stop()]);
  });
});
