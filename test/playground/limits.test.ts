import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judge } from '#test/support/discord/discord-judge.ts';
import { request, startDiscord } from './logged-in.ts';
import { REFUSED, REFUSED_COMMANDS, text, V2 } from './refused-payloads.ts';

const WIDE = { limit: 10_000, windowMs: 1000 };

describe("the local Discord's limits", () => {
  it.each(REFUSED)('refuse a message with %s', async (_title, payload, path, code) => {
    const started = await startDiscord();
    const { status, answer } = await request(
      started,
      'POST',
      `/channels/${started.address.channelId}/messages`,
      payload,
    );

    expect({ status, answer }).toMatchObject({
      status: 400,
      answer: { code: 50_035, message: 'Invalid Form Body' },
    });
    expect(answer).toHaveProperty(`errors.${path}._errors.0.code`, code);
    expect(started.discord.messages(started.address.channelId)).toEqual([]);
    expect(judge(started.discord.requests()).filter((line) => line.startsWith('answer'))).toEqual([]);
  });

  it.each(REFUSED_COMMANDS)('refuse a command with %s', async (_title, command, path, code) => {
    const started = await startDiscord();
    const route = `/applications/${started.address.applicationId}/commands`;
    const { answer } = await request(started, 'PUT', route, [command]);
    expect(answer).toHaveProperty(`errors.${path}._errors.0.code`, code);
    expect((await request(started, 'GET', route)).answer).toEqual([]);
  });

  it.each([[{}], [{ content: '  ' }], [{ embeds: [], components: [] }]])(
    'refuse a message without anything in it: %j',
    async (payload) => {
      const started = await startDiscord();
      const sent = await request(started, 'POST', `/channels/${started.address.channelId}/messages`, payload);
      expect(sent).toEqual({
        status: 400,
        answer: { code: 50_006, message: 'Cannot send an empty message' },
      });
    },
  );

  it('let the largest allowed message through', async () => {
    const started = await startDiscord();
    const components = [
      {
        type: 17,
        components: Array.from({ length: 39 }, (_, n) => text('x'.repeat(n === 0 ? 4000 - 38 : 1))),
      },
    ];
    const path = `/channels/${started.address.channelId}/messages`;
    expect((await request(started, 'POST', path, { flags: V2, components })).status).toBe(200);
    expect((await request(started, 'POST', path, { content: 'x'.repeat(2000) })).status).toBe(200);
    expect(judge(started.discord.requests())).toEqual([]);
  });

  it('answer any body whatever as Discord would: with a message, or with an error of its own', async () => {
    const started = await startDiscord({ messageBucket: WIDE });
    const path = `/channels/${started.address.channelId}/messages`;
    const component = fc.letrec((tie) => ({
      node: fc.record(
        {
          type: fc.integer({ min: 0, max: 24 }),
          custom_id: fc.string({ maxLength: 5 }),
          label: fc.string({ maxLength: 5 }),
          content: fc.string({ maxLength: 5 }),
          style: fc.integer({ min: 0, max: 7 }),
          url: fc.constantFrom('attachment://a.png', 'https://example.com/a.png', 'nonsense', null),
          components: fc.oneof(
            { maxDepth: 3 },
            fc.constant([]),
            fc.array(tie('node'), { maxLength: 3 }),
            fc.jsonValue(),
          ),
          accessory: fc.oneof({ maxDepth: 3 }, fc.constant(null), tie('node')),
          items: fc.array(fc.jsonValue(), { maxLength: 2 }),
          options: fc.array(fc.record({ label: fc.string(), value: fc.string() }, { requiredKeys: [] }), {
            maxLength: 2,
          }),
        },
        { requiredKeys: ['type'] },
      ),
    })).node;
    const payload = fc.record(
      {
        content: fc.oneof(fc.string(), fc.jsonValue()),
        flags: fc.constantFrom(0, V2, 64, null),
        nonce: fc.oneof(fc.string(), fc.integer(), fc.constant(null)),
        enforce_nonce: fc.boolean(),
        embeds: fc.oneof(fc.array(fc.jsonValue(), { maxLength: 2 }), fc.jsonValue()),
        components: fc.oneof(fc.array(component, { maxLength: 3 }), fc.jsonValue()),
        attachments: fc.jsonValue(),
        message_reference: fc.jsonValue(),
        allowed_mentions: fc.jsonValue(),
      },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof({ weight: 5, arbitrary: payload }, fc.jsonValue()), async (body) => {
        const { status } = await request(started, 'POST', path, body);
        expect([200, 400]).toContain(status);
      }),
    );
    expect(judge(started.discord.requests()).filter((line) => line.startsWith('answer'))).toEqual([]);
  });

  it.each([
    ['/nothing/here', 404],
    ['/channels/abc/messages', 404],
    ['/gateway/bot', 405],
  ])('have no route for POST %s', async (path, status) => {
    const started = await startDiscord();
    expect((await request(started, 'POST', path, {})).status).toBe(status);
  });

  it('refuse a request of more than 25 MiB, and a file of more than 10', async () => {
    const { address } = await startDiscord();
    const sendFile = async (megabytes: number): Promise<unknown> => {
      const form = new FormData();
      form.set('files[0]', new Blob([new Uint8Array(megabytes * 1024 ** 2)]), 'large.bin');
      const response = await fetch(`${address.api}/v10/channels/${address.channelId}/messages`, {
        method: 'POST',
        headers: { authorization: `Bot ${address.token}` },
        body: form,
      });
      return response.json();
    };
    expect(await sendFile(11)).toMatchObject({ code: 50_035 });
    expect(await sendFile(26)).toMatchObject({ code: 40_005 });
  });

  it('refuse a body that is no JSON', async () => {
    const { address } = await startDiscord();
    const response = await fetch(`${address.api}/v10/channels/${address.channelId}/messages`, {
      method: 'POST',
      headers: { authorization: `Bot ${address.token}`, 'content-type': 'application/json' },
      body: '{',
    });
    expect(await response.json()).toMatchObject({ code: 50_109 });
  });
});
