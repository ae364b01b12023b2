import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { judge } from '#test/support/discord/discord-judge.ts';
import { botThat } from './answering-bot.ts';
import { createHandTimers } from './hand-timers.ts';
import { type Started, startBot, startDiscord } from './logged-in.ts';

type Frame = {
  readonly op: number;
  readonly t?: string;
  readonly s?: number;
  readonly d: Record<string, unknown>;
};

/** A bot without a library: sends frames, and waits for one that fits. */
async function plainSocket({ address }: Started, query = 'v=10&encoding=json') {
  const socket = new WebSocket(`${address.api.replace('http', 'ws').replace('/api', '/gateway')}?${query}`);
  const frames: Frame[] = [];
  const closed = new Promise<number>((resolve) => {
    socket.on('close', resolve);
  });
  socket.on('error', () => {});
  socket.on('message', (raw: Buffer) => frames.push(JSON.parse(raw.toString('utf8'))));
  await new Promise((resolve) => {
    socket.once('open', resolve);
  });
  return {
    socket,
    closed,
    frames,
    send: (op: number, d: unknown) => socket.send(JSON.stringify({ op, d })),
    frame: (fits: (frame: Frame) => boolean) => expect.poll(() => frames.find(fits)).toBeDefined(),
  };
}

const identify = (token: string, more: object = {}) => ({
  token,
  intents: 1,
  shard: [0, 1],
  properties: {},
  ...more,
});

describe('the gateway of the local Discord', () => {
  it('brings a client whose socket dropped what happened meanwhile', async () => {
    const bot = await startBot();
    const heard: string[] = [];
    const resumed = new Promise((resolve) => {
      bot.client.once('shardResume', (_shard, replayed) => resolve(replayed));
    });
    bot.client.on('channelUpdate', (_before, after) => heard.push(after.id));

    bot.discord.faults.dropGateway();
    await expect.poll(() => bot.discord.isBotOnline()).toBe(false);
    bot.discord.denyBot(bot.address.channelId, 'SendMessages');
    await resumed;

    expect(heard).toEqual([bot.address.channelId]);
    expect(judge(bot.discord.requests())).toEqual([]);
  });

  it('lets the bot answer a command that was used while its socket was down', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isChatInputCommand()) {
        await interaction.reply('pong');
      }
    });
    bot.discord.faults.requestReconnect();
    await expect.poll(() => bot.discord.isBotOnline()).toBe(false);
    const seen = await bot.member.command('signal why', { id: 'a' });
    expect(seen.message?.['content']).toBe('pong');
  });

  it('tells a bot that its session is no more, and resumes it no longer', async () => {
    const started = await startDiscord();
    const first = await plainSocket(started);
    first.send(2, identify(started.address.token));
    await first.frame(({ t }) => t === 'READY');
    started.discord.faults.invalidateSession(false);
    await first.frame(({ op, d }) => op === 9 && !d);

    const second = await plainSocket(started);
    const sessionId = first.frames.find(({ t }) => t === 'READY')?.d['session_id'];
    second.send(6, { token: started.address.token, session_id: sessionId, seq: 1 });
    await second.frame(({ op, d }) => op === 9 && !d);
  });

  it('numbers its dispatches, and replays those after the number that a session resumes from', async () => {
    const started = await startDiscord();
    const first = await plainSocket(started);
    first.send(2, identify(started.address.token));
    await first.frame(({ t }) => t === 'GUILD_CREATE');
    expect(first.frames.map(({ op, t, s }) => [op, t, s])).toEqual([
      [10, null, null],
      [0, 'READY', 1],
      [0, 'GUILD_CREATE', 2],
    ]);
    const sessionId = first.frames[1]?.d['session_id'];
    first.socket.terminate();
    await expect.poll(() => started.discord.isBotOnline()).toBe(false);

    const second = await plainSocket(started);
    second.send(6, { token: started.address.token, session_id: sessionId, seq: 1 });
    await second.frame(({ t }) => t === 'RESUMED');
    expect(second.frames.slice(1).map(({ t, s }) => [t, s])).toEqual([
      ['GUILD_CREATE', 2],
      ['RESUMED', 3],
    ]);
  });

  it('tells a session that it does not know to begin anew', async () => {
    const started = await startDiscord();
    const bot = await plainSocket(started);
    bot.send(6, { token: started.address.token, session_id: 'unknown', seq: 1 });
    await bot.frame(({ op }) => op === 9);
    expect(bot.frames.at(-1)).toMatchObject({ op: 9, d: false });
  });

  it.each([
    ['another token', 4004, 2, identify('wrong')],
    ['a shard outside of the count', 4010, 2, { shard: [1, 1] }],
    ['intents that do not exist', 4013, 2, { intents: -1 }],
    ['privileged intents', 4014, 2, { intents: 1 << 15 }],
    ['a frame of no kind', 4001, 99, {}],
    ['presence before identifying', 4003, 3, {}],
  ])('hangs up on %s with %d', async (_title, code, op, content) => {
    const started = await startDiscord();
    const bot = await plainSocket(started);
    bot.send(op, 'token' in content || op !== 2 ? content : identify(started.address.token, content));
    expect(await bot.closed).toBe(code);
  });

  it('hangs up on a second identify, on what is no JSON, on a frame too large, and on another version', async () => {
    const started = await startDiscord();
    const twice = await plainSocket(started);
    twice.send(2, identify(started.address.token));
    twice.send(2, identify(started.address.token));
    const garbled = await plainSocket(started);
    garbled.socket.send('{');
    const large = await plainSocket(started);
    large.send(1, 'x'.repeat(5000));
    const old = await plainSocket(started, 'v=6&encoding=json');

    expect(await Promise.all([twice.closed, garbled.closed, large.closed, old.closed])).toEqual([
      4005, 4002, 4002, 4012,
    ]);
  });

  it('hangs up on a bot that resumes from a number it was never told, and on one that sends too much', async () => {
    const started = await startDiscord();
    const first = await plainSocket(started);
    first.send(2, identify(started.address.token));
    await first.frame(({ t }) => t === 'READY');
    const second = await plainSocket(started);
    const sessionId = first.frames.find(({ t }) => t === 'READY')?.d['session_id'];
    second.send(6, { token: started.address.token, session_id: sessionId, seq: 99 });
    expect(await second.closed).toBe(4007);

    for (let beat = 0; beat < 121; beat++) {
      first.send(1, null);
    }
    expect(await first.closed).toBe(4008);
  });

  it('acknowledges heartbeats, and hangs up on a bot whose heart does not beat', async () => {
    const timers = createHandTimers();
    const started = await startDiscord({ timers });
    const bot = await plainSocket(started);
    timers.pass(60_000);
    bot.send(1, null);
    await bot.frame(({ op }) => op === 11);
    timers.pass(60_000);
    expect(bot.socket.readyState).toBe(WebSocket.OPEN);
    timers.pass(60_000);
    expect(await bot.closed).toBe(4009);
  });

  it('tells of messages only those who declared the intent', async () => {
    const started = await startDiscord();
    const [plain, curious] = [await plainSocket(started), await plainSocket(started)];
    plain.send(2, identify(started.address.token));
    curious.send(2, identify(started.address.token, { intents: 1 | (1 << 9) }));
    await plain.frame(({ t }) => t === 'GUILD_CREATE');
    await curious.frame(({ t }) => t === 'GUILD_CREATE');
    await fetch(`${started.address.api}/v10/channels/${started.address.channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${started.address.token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ content: 'hello' }),
    });
    await curious.frame(({ t, d }) => t === 'MESSAGE_CREATE' && d['content'] === 'hello');
    expect(plain.frames.some(({ t }) => t === 'MESSAGE_CREATE')).toBe(false);
    expect(judge(started.discord.requests())).toEqual([]);
  });

  it('lets no web page in', async () => {
    const { address } = await startDiscord();
    const socket = new WebSocket(
      `${address.api.replace('http', 'ws').replace('/api', '/gateway')}?v=10&encoding=json`,
      {
        origin: 'https://example.com',
      },
    );
    const refusal = await new Promise((resolve) => {
      socket.once('error', (error) => resolve(error.message));
    });
    expect(refusal).toContain('403');
  });
});
