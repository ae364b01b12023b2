import { request as httpRequest } from 'node:http';
import { describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { ToPage } from '#playground/page-protocol.ts';
import type { PlaybackRequest, PlaybackState } from '#playground/playback.ts';
import { botThat } from '#test/playground/answering-bot.ts';
import { type Started, startBot, startDiscord } from '#test/playground/logged-in.ts';

type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly text: string;
};

/** Asks as a browser would, with any header whatever, and with a path that is not tidied up. */
function ask(url: string, headers: Record<string, string> = {}, path?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { headers, ...(path !== undefined && { path }) }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString('utf8');
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    sent.on('error', reject);
    sent.end();
  });
}

const originOf = ({ address }: Started): string => new URL(address.pageUrl).origin;

/** A page's socket that keeps what it is told. */
async function openPage(started: Started, url = started.address.pageUrl, origin = originOf(started)) {
  const { host, search } = new URL(url);
  const socket = new WebSocket(`ws://${host}/page/socket${search}`, { origin });
  const told: ToPage[] = [];
  socket.on('message', (raw: Buffer) => told.push(JSON.parse(raw.toString('utf8'))));
  await new Promise((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  const of = <Type extends ToPage['type']>(type: Type) =>
    told.filter((event): event is Extract<ToPage, { type: Type }> => event.type === type);
  await expect.poll(() => of('hello')).toHaveLength(1);
  return { told, of, send: (event: object) => socket.send(JSON.stringify(event)) };
}

describe('the page of the local Discord', () => {
  it('opens with the key of its link, lets nothing in from outside, and keeps the key in a cookie', async () => {
    const started = await startDiscord();
    const opened = await ask(started.address.pageUrl);
    expect(opened.status).toBe(200);
    expect(opened.headers['content-security-policy']).toContain("default-src 'none'; script-src 'self'");
    expect(opened.headers['x-content-type-options']).toBe('nosniff');
    const cookie = String(opened.headers['set-cookie']);
    expect(cookie).toMatch(/HttpOnly; SameSite=Strict/);

    const script = await ask(`${originOf(started)}/socket.js`, { cookie: cookie.split(';')[0] ?? '' });
    expect(script).toMatchObject({
      status: 200,
      headers: { 'content-type': 'text/javascript; charset=utf-8' },
    });
  });

  it('stays shut without the key or with another', async () => {
    const started = await startDiscord();
    const asLong = 'x'.repeat(started.address.pageUrl.split('key=')[1]?.length ?? 0);
    for (const path of ['/', '/socket.js', '/?key=wrong', `/?key=${asLong}`]) {
      const answer = await ask(`${originOf(started)}${path}`);
      expect(answer.status).toBe(403);
      expect(answer.headers['set-cookie']).toBeUndefined();
    }
  });

  it.each([
    '/../world/cast.ts',
    '/%2e%2e/world/cast.ts',
    '/..%2fworld%2fcast.ts',
    '/tsconfig.json',
    '/nothing.js',
  ])('serves no file but its own: %s', async (path) => {
    const started = await startDiscord();
    const { search } = new URL(started.address.pageUrl);
    expect((await ask(originOf(started), {}, `${path}${search}`)).status).toBe(404);
  });

  it('answers to its own names only, whatever is asked for', async () => {
    const started = await startDiscord();
    for (const url of [
      started.address.pageUrl,
      `${started.address.api}/v10/gateway`,
      `${originOf(started)}/attachments/1/2/a`,
    ]) {
      expect((await ask(url, { host: 'evil.example' })).status).toBe(421);
    }
    const { port } = new URL(started.address.pageUrl);
    expect((await ask(started.address.pageUrl, { host: `localhost:${port}` })).status).toBe(200);
  });

  it.each([
    ['without the key', (started: Started) => openPage(started, originOf(started))],
    [
      "from another site's page",
      (started: Started) => openPage(started, started.address.pageUrl, 'https://evil.example'),
    ],
  ])('opens no socket %s', async (_title, open) => {
    const started = await startDiscord();
    await expect(open(started)).rejects.toThrow('403');
  });

  it('shows the server, its people and messages, and each message as it comes, changes and goes', async () => {
    const bot = await startBot();
    const page = await openPage(bot);
    const [hello] = page.of('hello');
    expect(hello).toMatchObject({
      server: { id: bot.address.serverId },
      users: [{ access: 'Member' }, { access: 'Steward' }, { access: 'Manage Server' }],
      botOnline: true,
    });
    expect(hello?.channels.map(({ name }) => name)).toEqual(['vega-alerts', 'general', 'desk']);
    expect(hello).not.toHaveProperty('playback');

    const channel = await bot.client.channels.fetch(bot.address.channelId);
    const message = channel?.isSendable() ? await channel.send('new') : undefined;
    await message?.edit('changed');
    await message?.delete();
    await expect.poll(() => page.of('message-delete')).toHaveLength(1);
    expect(page.of('message').map((event) => event.message['content'])).toEqual(['new', 'changed']);
    expect((await openPage(bot)).of('hello')[0]?.messages[bot.address.channelId]).toEqual([]);
  });

  it('carries commands, choices, buttons and forms to the bot, and brings back what came of them', async () => {
    const bot = await botThat(async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: 'A', value: 'a' }]);
      } else if (interaction.isChatInputCommand()) {
        const row = { type: 1, components: [{ type: 2, style: 1, label: 'Open', custom_id: 'open' }] };
        await interaction.reply({ content: 'hi', flags: 64, components: [row] });
      } else if (interaction.isButton()) {
        const input = { type: 4, style: 1, custom_id: 'v' };
        const component = { type: 18, label: 'Value', component: input };
        await interaction.showModal({ title: 'Form', custom_id: 'form', components: [component] });
      } else if (interaction.isModalSubmit()) {
        await interaction.reply(interaction.fields.getTextInputValue('v'));
      }
    });
    const page = await openPage(bot);
    const option = { type: 3, name: 'q', description: 'd', autocomplete: true };
    await bot.client.application.commands.set([{ name: 'ask', description: 'd', options: [option] }]);
    await expect.poll(() => page.of('commands')).toHaveLength(1);
    const commandId = page.of('commands')[0]?.commands[0]?.['id'];
    const who = { userId: bot.discord.people.member.id, channelId: bot.address.channelId };
    const typed = [{ type: 3, name: 'q', value: 'a' }];

    page.send({
      type: 'autocomplete',
      ref: '1',
      ...who,
      commandId,
      options: [{ ...typed[0], focused: true }],
    });
    await expect
      .poll(() => page.of('choices'))
      .toEqual([{ type: 'choices', ref: '1', choices: [{ name: 'A', value: 'a' }] }]);
    page.send({ type: 'command', ref: '2', ...who, commandId, options: typed });
    await expect.poll(() => page.of('interaction')).toMatchObject([{ ref: '2', state: 'acknowledged' }]);
    const [reply] = page.of('message');
    expect(reply?.message).toMatchObject({ content: 'hi', ephemeralFor: who.userId });

    page.send({
      type: 'component',
      ref: '3',
      ...who,
      messageId: reply?.message.id,
      customId: 'open',
      componentType: 2,
    });
    await expect
      .poll(() => page.of('modal'))
      .toMatchObject([{ ref: '3', modal: { custom_id: 'form', title: 'Form' } }]);
    const filled = { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'v', value: '42' } };
    page.send({ type: 'modal-submit', ref: '4', ...who, customId: 'form', components: [filled] });
    await expect.poll(() => page.of('message').at(-1)?.message['content']).toBe('42');
    page.send({ type: 'modal-submit', ref: '5', ...who, customId: 'form', components: [filled] });
    await expect
      .poll(() => page.of('refused'))
      .toEqual([{ type: 'refused', ref: '5', reason: 'This form is no longer open.' }]);
  });

  it('hands playback requests to whoever plays, and shows how it stands', async () => {
    const asked: PlaybackRequest[] = [];
    const listeners: ((state: PlaybackState) => void)[] = [];
    const state: PlaybackState = {
      episodes: [{ id: 'a', title: 'A' }],
      episode: 'a',
      instant: 0,
      clock: 'then',
      phase: 'paused',
      speed: 1,
      progress: { arrived: 0, planned: 1 },
      canContinue: false,
    };
    const started = await startDiscord({
      control: {
        state: () => state,
        subscribe(listener) {
          listeners.push(listener);
          return () => {};
        },
        async request(request) {
          asked.push(request);
          if (request.action === 'episode') {
            throw new Error('There is no such episode.');
          }
        },
      },
    });
    const page = await openPage(started);
    expect(page.of('hello')[0]?.playback).toEqual(state);
    page.send({ type: 'playback', ref: '1', request: { action: 'speed', speed: 60 } });
    page.send({ type: 'playback', ref: '2', request: { action: 'episode', episode: 'b' } });
    await expect
      .poll(() => page.of('refused'))
      .toEqual([{ type: 'refused', ref: '2', reason: 'There is no such episode.' }]);
    expect(asked).toEqual([
      { action: 'speed', speed: 60 },
      { action: 'episode', episode: 'b' },
    ]);
    listeners[0]?.({ ...state, phase: 'running' });
    await expect.poll(() => page.of('playback')).toMatchObject([{ playback: { phase: 'running' } }]);

    started.discord.setControl(undefined);
    page.send({ type: 'playback', ref: '3', request: { action: 'pause' } });
    await expect.poll(() => page.of('refused').at(-1)?.reason).toBe('Nothing plays an episode here.');
  });
});
