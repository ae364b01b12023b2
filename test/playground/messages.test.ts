import { MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { type Bot, request, requestsTo, startBot, startDiscord } from './logged-in.ts';

const SEND = 'POST /channels/{channel_id}/messages';

/** The smallest PNG: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

async function alertChannel({ client, address }: Bot) {
  const channel = await client.channels.fetch(address.channelId);
  if (!channel?.isSendable()) {
    throw new Error('The alert channel takes no messages.');
  }
  return channel;
}

describe('messages of the local Discord', () => {
  it('takes Components V2 with a picture, and serves the picture', async () => {
    const bot = await startBot();
    const sent = await (
      await alertChannel(bot)
    ).send({
      flags: MessageFlags.IsComponentsV2,
      components: [
        {
          type: 17,
          accentColor: 0x22_88_44,
          components: [
            { type: 10, content: '## CPI below consensus' },
            {
              type: 12,
              items: [{ media: { url: 'attachment://chart.png' }, description: 'RUT and its averages' }],
            },
            { type: 1, components: [{ type: 2, style: 1, customId: 'tick', label: 'Tick' }] },
          ],
        },
      ],
      files: [{ attachment: PIXEL, name: 'chart.png', description: 'RUT and its averages' }],
    });

    const [attachment] = [...sent.attachments.values()];
    expect(attachment).toMatchObject({ name: 'chart.png', width: 1, height: 1, contentType: 'image/png' });
    const served = await fetch(attachment?.url ?? '');
    expect(Buffer.from(await served.arrayBuffer())).toEqual(PIXEL);
    expect(JSON.stringify(sent.components)).toContain(attachment?.url);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('keeps what an edit does not name, and marks the message as edited', async () => {
    const bot = await startBot();
    const channel = await alertChannel(bot);
    const sent = await channel.send({
      content: 'first',
      embeds: [{ title: 'Kept', image: { url: 'attachment://a.png' } }],
      files: [{ attachment: PIXEL, name: 'a.png' }],
    });
    await sent.edit({ content: 'second' });
    const read = await channel.messages.fetch({ message: sent.id, force: true });

    expect(read).toMatchObject({ content: 'second', embeds: [{ title: 'Kept' }] });
    expect(read.attachments.size).toBe(1);
    expect(read.editedTimestamp).not.toBeNull();
    await read.delete();
    await expect(channel.messages.fetch({ message: sent.id, force: true })).rejects.toMatchObject({
      code: 10_008,
    });
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('drops the files that an edit leaves out, and adds the new ones', async () => {
    const bot = await startBot();
    const file = (name: string) => ({ attachment: PIXEL, name });
    const sent = await (await alertChannel(bot)).send({ files: [file('a.png'), file('b.png')] });
    const [first] = [...sent.attachments.values()];
    const edited = await sent.edit({ attachments: first ? [first] : [], files: [file('c.png')] });

    expect(edited.attachments.map(({ name }) => name)).toEqual(['a.png', 'c.png']);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('notifies only whom its sender allows', async () => {
    const bot = await startDiscord();
    const { member, steward } = bot.discord.people;
    const content = `<@${member.id}> <@${steward.id}> <@&${steward.roles[0]}> @everyone`;
    const path = `/channels/${bot.address.channelId}/messages`;
    const mentioned = async (allowed?: object): Promise<unknown> =>
      (await request(bot, 'POST', path, { content, ...(allowed && { allowed_mentions: allowed }) })).answer;

    expect(await mentioned({ parse: [] })).toMatchObject({
      mentions: [],
      mention_roles: [],
      mention_everyone: false,
    });
    expect(await mentioned({ parse: [], users: [member.id] })).toMatchObject({
      mentions: [{ id: member.id }],
    });
    expect(await mentioned({ parse: ['roles'] })).toMatchObject({
      mentions: [],
      mention_roles: steward.roles,
    });
    expect(await mentioned()).toMatchObject({
      mentions: [{ id: member.id }, { id: steward.id }],
      mention_everyone: true,
    });
  });

  it('lists newest first, in pages before and after a message', async () => {
    const bot = await startBot();
    const channel = await alertChannel(bot);
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c', 'd']) {
      ids.push((await channel.send(content)).id);
    }
    const [, b = '', c = ''] = ids;
    const contents = async (page: object): Promise<readonly string[]> =>
      (await channel.messages.fetch(page)).map(({ content }) => content);

    expect(await contents({})).toEqual(['d', 'c', 'b', 'a']);
    expect(await contents({ before: c })).toEqual(['b', 'a']);
    expect(await contents({ after: b })).toEqual(['d', 'c']);
    expect(await contents({ limit: 1 })).toEqual(['d']);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it.each([
    ['the answer is lost behind a proxy', { kind: 'lose-answer' }],
    ['the server fails before it does anything', { kind: 'fail', status: 503 }],
  ] as const)('holds one message when %s and the client sends again', async (_title, fault) => {
    const bot = await startBot();
    const met = bot.discord.faults.add({ route: SEND, fault });
    const sent = await (
      await alertChannel(bot)
    ).send({ content: 'once', nonce: 'delivery-1', enforceNonce: true });

    expect(met()).toBe(1);
    expect(requestsTo(bot.discord, SEND)).toHaveLength(2);
    expect(bot.discord.messages(bot.address.channelId).map(({ id }) => id)).toEqual([sent.id]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('holds a message whose answer was cut off, which the same nonce finds again', async () => {
    const bot = await startBot();
    bot.discord.faults.add({ route: SEND, fault: { kind: 'hang-up' } });
    const channel = await alertChannel(bot);
    const message = { content: 'once', nonce: 'delivery-2', enforceNonce: true };

    await expect(channel.send(message)).rejects.toThrow('other side closed');
    const [stored] = bot.discord.messages(bot.address.channelId);
    expect((await channel.send(message)).id).toBe(stored?.id);
    expect(bot.discord.messages(bot.address.channelId)).toHaveLength(1);
  });

  it('takes the same words twice when no nonce says that they are one message', async () => {
    const bot = await startDiscord();
    const path = `/channels/${bot.address.channelId}/messages`;
    await request(bot, 'POST', path, { content: 'twice', nonce: '7' });
    await request(bot, 'POST', path, { content: 'twice', nonce: '7' });
    expect(bot.discord.messages(bot.address.channelId)).toHaveLength(2);
  });

  it('answers a nonce of a deleted message with Unknown Message, and forgets a nonce after minutes', async () => {
    const clock = { at: Date.UTC(2026, 0, 5) };
    const bot = await startDiscord({ now: () => clock.at });
    const path = `/channels/${bot.address.channelId}/messages`;
    const message = { content: 'once', nonce: 'delivery-3', enforce_nonce: true };
    await request(bot, 'POST', path, message);
    const [stored] = bot.discord.messages(bot.address.channelId);

    await request(bot, 'DELETE', `${path}/${stored?.id}`);
    expect(await request(bot, 'POST', path, message)).toMatchObject({
      status: 404,
      answer: { code: 10_008 },
    });
    clock.at += 10 * 60_000;
    expect(await request(bot, 'POST', path, message)).toMatchObject({ status: 200 });
  });

  it('lets five messages into a channel in five seconds, then says in seconds how long to wait', async () => {
    const clock = { at: Date.UTC(2026, 0, 5) };
    const bot = await startDiscord({ now: () => clock.at });
    const path = `/channels/${bot.address.channelId}/messages`;
    for (const content of ['1', '2', '3', '4', '5']) {
      expect((await request(bot, 'POST', path, { content })).status).toBe(200);
    }
    clock.at += 1500;

    expect(await request(bot, 'POST', path, { content: '6' })).toEqual({
      status: 429,
      answer: { message: 'You are being rate limited.', code: 0, retry_after: 3.5, global: false },
    });
    const [last] = requestsTo(bot.discord, SEND).slice(-1);
    expect(last?.answerHeaders).toMatchObject({
      'Retry-After': '3.5',
      'X-RateLimit-Limit': '5',
      'X-RateLimit-Remaining': '0',
      'X-RateLimit-Reset-After': '3.500',
    });
    clock.at += 3500;
    expect((await request(bot, 'POST', path, { content: '6' })).status).toBe(200);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it.each([false, true])(
    'is obeyed by the client when it says 429 with Retry-After (global: %s)',
    async (isGlobal) => {
      const bot = await startBot();
      const fault = { kind: 'rate-limit', retryAfterSeconds: 0.05, isGlobal } as const;
      bot.discord.faults.add({ route: SEND, fault });
      await (await alertChannel(bot)).send('after a pause');

      const [refused, accepted] = requestsTo(bot.discord, SEND);
      expect([refused?.status, accepted?.status]).toEqual([429, 200]);
      expect((accepted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(50);
      expect(bot.discord.messages(bot.address.channelId)).toHaveLength(1);
      expect(judge(bot.discord.requests())).toEqual([]);
    },
  );

  it('refuses a bot that may not send, or not even see the channel, or names none', async () => {
    const bot = await startBot();
    const channel = await alertChannel(bot);

    bot.discord.denyBot(channel.id, 'SendMessages');
    await expect(channel.send('no')).rejects.toMatchObject({ status: 403, code: 50_013 });
    bot.discord.denyBot(channel.id, 'AttachFiles');
    await expect(channel.send({ files: [PIXEL] })).rejects.toMatchObject({ code: 50_013 });
    bot.discord.denyBot(channel.id, 'ViewChannel');
    await expect(channel.send('no')).rejects.toMatchObject({ status: 403, code: 50_001 });
    bot.discord.removeChannel(channel.id);
    await expect(channel.send('no')).rejects.toMatchObject({ status: 404, code: 10_003 });
    expect(bot.discord.messages(channel.id)).toEqual([]);
  });

  it('tells the client at once when its permissions in a channel change', async () => {
    const bot = await startBot();
    const updated = new Promise((resolve) => {
      bot.client.once('channelUpdate', resolve);
    });
    bot.discord.denyBot(bot.address.channelId, 'SendMessages');
    await updated;
    const guild = bot.client.guilds.cache.get(bot.address.serverId);
    const channel = guild?.channels.cache.get(bot.address.channelId);
    expect(channel?.permissionsFor(bot.client.user)?.has('SendMessages')).toBe(false);
    expect(channel?.permissionsFor(bot.client.user)?.has('ViewChannel')).toBe(true);
  });
});
