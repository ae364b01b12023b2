import { REST, type RESTOptions } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import type { Alert } from '#domain/delivery/alert.ts';
import { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import { createAlertChannel } from '#discord/delivery/alert-channel.ts';
import { requestsTo } from '#test/playground/logged-in.ts';
import { judge } from '#test/support/discord/discord-judge.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { aLog, connect } from '#test/support/discord/local-discord.ts';
import { FULL_CARD, ONE_PIXEL } from '#test/support/discord/sample-card.ts';

const { signal } = new AbortController();
const SEND = 'POST /channels/{channel_id}/messages';
const NONCE = 'k7QePz12k7QePz12k7QePz12k';

const PICTURE = { png: ONE_PIXEL, altText: 'RUT below its 50-session average' };

function anAlert(server: string, otherwise: Partial<Alert> = {}): Alert {
  return {
    key: `${server}/2014-09-23.official/official`,
    server,
    kind: 'official',
    content: FULL_CARD,
    silent: false,
    ...otherwise,
  };
}

describe('createAlertChannel', () => {
  it('posts a card with its chart as Discord documents it, and tells its id', async () => {
    const { bot, discord, address } = await connect(someServices());
    const id = await bot.channel.send(
      anAlert(address.serverId),
      { channel: address.channelId, nonce: NONCE },
      PICTURE,
      signal,
    );
    const message = discord.findMessage(id);

    expect(message).toMatchObject({
      attachments: [{ filename: 'signal.png', description: PICTURE.altText }],
    });
    expect(JSON.stringify(message)).toContain('Add hedge: vega multiplier 0.60 → 0.70');
    expect(judge(discord.requests())).toEqual([]);
  });

  it('mentions the role that it is told to, and makes no sound when it is to be silent', async () => {
    const { bot, discord, address } = await connect(someServices());
    const to = { channel: address.channelId, nonce: NONCE };
    await bot.channel.send(
      anAlert(address.serverId, { mention: '1290000000000000011' }),
      to,
      undefined,
      signal,
    );
    const quiet = await bot.channel.send(
      anAlert(address.serverId, { silent: true }),
      { ...to, nonce: 'another' },
      undefined,
      signal,
    );

    const [loud] = requestsTo(discord, SEND);
    expect(loud?.body).toMatchObject({ allowed_mentions: { parse: [], roles: ['1290000000000000011'] } });
    const SUPPRESS_NOTIFICATIONS = 1 << 12;
    expect(Number(discord.findMessage(quiet)?.['flags']) & SUPPRESS_NOTIFICATIONS).not.toBe(0);
  });

  it('writes on a posted card which message took its place, and keeps its picture', async () => {
    const { bot, discord, address } = await connect(someServices());
    const { serverId: server, channelId: channel } = address;
    const to = { channel, nonce: NONCE };
    const messageId = await bot.channel.send(anAlert(server), to, PICTURE, signal);
    const news = { kind: 'superseded', by: { server, channel, messageId: '9' }, at: 0 } as const;
    await bot.channel.mark({ server, channel, messageId }, news, signal);

    const message = discord.findMessage(messageId);
    expect(JSON.stringify(message)).toContain(`superseded by [newer card](https://discord.com/channels/`);
    expect(message).toMatchObject({ attachments: [{ filename: 'signal.png' }] });
    expect(judge(discord.requests())).toEqual([]);
  });

  it('tells that a card to be marked is gone', async () => {
    const { bot, address } = await connect(someServices());
    const message = {
      server: address.serverId,
      channel: address.channelId,
      messageId: '1290000000000000099',
    };
    const ticked = { kind: 'ticked', done: 1, all: 14 } as const;
    await expect(bot.channel.mark(message, ticked, signal)).rejects.toThrow(SendRefused);
  });

  it('posts once although the answer was lost: it is found by its mark, and sending again gives the same id', async () => {
    const { bot, discord, address } = await connect(someServices());
    const alert = anAlert(address.serverId);
    const to = { channel: address.channelId, nonce: NONCE };
    discord.faults.add({ route: SEND, fault: { kind: 'lose-answer' } });

    await expect(bot.channel.send(alert, to, PICTURE, signal)).rejects.toThrow(SendFailed);
    expect(requestsTo(discord, SEND)).toHaveLength(1);
    const found = await bot.channel.find(alert, to, signal);
    expect(await bot.channel.send(alert, to, PICTURE, signal)).toBe(found);
    expect(discord.messages(address.channelId)).toHaveLength(1);
  });

  it('looks through the last 50 messages of the channel for its mark', async () => {
    const { bot, discord, address } = await connect(someServices());
    const to = { channel: address.channelId, nonce: NONCE };
    await bot.channel.find(anAlert(address.serverId), to, signal);

    const [looked] = requestsTo(discord, 'GET /channels/{channel_id}/messages');
    expect(looked?.query).toEqual({ limit: '50' });
  });

  it('does not take the same alert of another run for its own', async () => {
    const { bot, address } = await connect(someServices());
    const alert = anAlert(address.serverId);
    await bot.channel.send(alert, { channel: address.channelId, nonce: NONCE }, undefined, signal);

    expect(
      await bot.channel.find(alert, { channel: address.channelId, nonce: 'later-run' }, signal),
    ).toBeUndefined();
  });

  it.each([
    [{ kind: 'fail', status: 503 } as const],
    [{ kind: 'refuse-connection' } as const],
    [{ kind: 'hang-up' } as const],
  ])('leaves trying again to the outbox after %o', async (fault) => {
    const { bot, discord, address } = await connect(someServices());
    const met = discord.faults.add({ route: SEND, fault, times: 5 });

    await expect(
      bot.channel.send(
        anAlert(address.serverId),
        { channel: address.channelId, nonce: NONCE },
        undefined,
        signal,
      ),
    ).rejects.toThrow(SendFailed);
    expect(met()).toBe(1);
  });

  it('says how long Discord asks to wait', async () => {
    const { bot, discord, address } = await connect(someServices());
    discord.faults.add({ route: SEND, fault: { kind: 'rate-limit', retryAfterSeconds: 600 } });
    const sent = bot.channel.send(
      anAlert(address.serverId),
      { channel: address.channelId, nonce: NONCE },
      undefined,
      signal,
    );

    await expect(sent).rejects.toThrow(SendFailed);
    await expect(sent).rejects.toMatchObject({ retryAfter: expect.closeTo(600_000, -3) });
  });

  it('names the permissions that are missing, and a channel that is gone', async () => {
    const { bot, discord, address } = await connect(someServices());
    const alert = anAlert(address.serverId);
    const send = (): Promise<string> =>
      bot.channel.send(alert, { channel: address.channelId, nonce: NONCE }, PICTURE, signal);
    discord.denyBot(address.channelId, 'SendMessages');
    await vi.waitFor(async () =>
      expect(await bot.access.missing(address.serverId, address.channelId)).toEqual(['Send Messages']),
    );

    await expect(send()).rejects.toMatchObject({ why: 'forbidden', missing: ['Send Messages'] });
    discord.removeChannel(address.channelId);
    await expect(send()).rejects.toMatchObject({ constructor: ChannelClosed, why: 'gone' });
  });

  it('asks for every permission that posting needs, and knows no channel of another server', async () => {
    const { bot, discord, address } = await connect(someServices());
    expect(await bot.access.missing(address.serverId, address.channelId)).toEqual([]);
    discord.denyBot(address.channelId, 'ViewChannel', 'EmbedLinks', 'AttachFiles', 'ReadMessageHistory');
    await vi.waitFor(async () =>
      expect(await bot.access.missing(address.serverId, address.channelId)).toEqual(
        expect.arrayContaining(['View Channel', 'Embed Links', 'Attach Files', 'Read Message History']),
      ),
    );

    await expect(bot.access.missing('1290000000000000999', address.channelId)).rejects.toThrow(ChannelClosed);
  });

  it('gives up on what Discord refuses, and writes down why', async () => {
    const log = aLog();
    const { channel } = overWire(400, { code: 50_035, message: 'Invalid Form Body', errors: CHOKED }, log);

    await expect(send(channel)).rejects.toThrow(SendRefused);
    expect(log.error).toHaveBeenCalledWith(
      'Discord refused a message',
      expect.objectContaining({ message: expect.stringContaining('components[0]') }),
      expect.anything(),
    );
  });

  it('says that the token is not taken any more, and keeps the alert', async () => {
    const { channel, onUnauthorized } = overWire(401, { code: 0, message: '401: Unauthorized' }, aLog());

    await expect(send(channel)).rejects.toThrow(SendFailed);
    expect(onUnauthorized).toHaveBeenCalledOnce();
  });

  it('holds no token in what it throws', async () => {
    const { channel } = overWire(500, { message: 'at /webhooks/12/aToKeN_x-y/messages' }, aLog());
    const thrown: unknown = await send(channel).catch((error: unknown) => error);

    expect(thrown).toBeInstanceOf(SendFailed);
    expect(JSON.stringify(thrown, Object.getOwnPropertyNames(thrown))).not.toContain('aToKeN');
  });
});

const CHOKED = {
  components: { 0: { _errors: [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }] } },
};

function send(channel: ReturnType<typeof createAlertChannel>): Promise<string> {
  return channel.send(anAlert('1'), { channel: '1290000000000000031', nonce: NONCE }, undefined, signal);
}

/** The channel on a wire that always gives the same answer. */
function overWire(status: number, answer: object, log: ReturnType<typeof aLog>) {
  const makeRequest: RESTOptions['makeRequest'] = async () =>
    new Response(JSON.stringify(answer), { status, headers: { 'content-type': 'application/json' } });
  const rest = new REST({ retries: 0, makeRequest }).setToken('not.a.token');
  const onUnauthorized = vi.fn<(error: unknown) => void>();
  const access = { missing: async () => [] };
  return { channel: createAlertChannel({ rest, access, log, onUnauthorized }), onUnauthorized };
}
