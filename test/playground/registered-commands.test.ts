import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { COMMANDS } from './answering-bot.ts';
import { startBot, startDiscord } from './logged-in.ts';

describe('commands of a bot', () => {
  it('keep their ids when they are set again, in the server and everywhere', async () => {
    const bot = await startBot();
    const { commands } = bot.client.application;
    const first = await commands.set([...COMMANDS]);
    const again = await commands.set([...COMMANDS].toReversed());
    expect([...again.keys()].toSorted()).toEqual([...first.keys()].toSorted());

    const ofServer = await commands.set([...COMMANDS], bot.address.serverId);
    expect([...ofServer.keys()].some((id) => first.has(id))).toBe(false);
    expect((await commands.fetch()).size).toBe(2);
    const one = await commands.create({ name: 'more', description: 'One more' });
    await one.edit({ description: 'Another' });
    expect((await commands.fetch(one.id)).description).toBe('Another');
    await one.delete();
    expect((await commands.fetch()).size).toBe(2);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('need a bot that is known: another application has none here', async () => {
    const { address } = await startDiscord();
    const response = await fetch(`${address.api}/v10/applications/1290000000000000999/commands`, {
      headers: { authorization: `Bot ${address.token}` },
    });
    expect(await response.json()).toEqual({ code: 10_002, message: 'Unknown Application' });
  });
});
