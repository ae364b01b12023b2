import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { RestExchange } from '#playground/exchange-log.ts';
import { request, startDiscord } from '#test/playground/logged-in.ts';
import { judge } from './discord-judge.ts';

const hasDocument = existsSync(`${process.env['SHARED_DIR'] ?? '../shared'}/data/discord/openapi.json`);

/** One message that was sent and accepted, as the log has it. */
async function sentMessage(): Promise<RestExchange> {
  const started = await startDiscord();
  await request(started, 'POST', `/channels/${started.address.channelId}/messages`, { content: 'hello' });
  const [exchange] = started.discord.requests();
  if (exchange?.kind !== 'rest') {
    throw new Error('nothing was sent');
  }
  return exchange;
}

describe('judge', () => {
  it('finds nothing in a message that was sent and accepted', async () => {
    expect(judge([await sentMessage()])).toEqual([]);
  });

  it.each([
    ['request', 'content', { body: { content: 7 } }],
    ['request', 'nonce', { body: { content: 'x', nonce: 'n'.repeat(26) } }],
    ['answer', 'author', { answer: { id: '1' } }],
    ['answer', 'retry_after', { status: 429, answer: { code: 0, message: 'wait' } }],
    ['answer', 'code', { status: 400, answer: { message: 'no code' } }],
  ])('names the field of a %s that is wrong: %s', async (side, field, change) => {
    const lines = judge([{ ...(await sentMessage()), ...change }]);
    const judges = hasDocument ? ['package', 'document'] : ['package'];
    for (const name of judges) {
      expect(
        lines.filter((line) => line.startsWith(side) && line.includes(`(${name})`)).join('\n'),
      ).toContain(field);
    }
  });

  it('knows the words that stand for numbers in the errors of single fields, and in no other place', async () => {
    const exchange = await sentMessage();
    const _errors = [{ code: 'BASE_TYPE_REQUIRED', message: 'This field is required' }];
    const refusal = { code: 50_035, message: 'Invalid Form Body', errors: { content: { _errors } } };
    expect(judge([{ ...exchange, status: 400, answer: refusal }])).toEqual([]);
    expect(judge([{ ...exchange, status: 400, answer: { ...refusal, code: 'word' } }])).not.toEqual([]);
  });

  it('does not know what Discord does not have', async () => {
    const { route: _route, ...exchange } = await sentMessage();
    expect(judge([{ ...exchange, path: '/fax' }])[0]).toContain('/fax: Discord has no such route');
    expect(judge([{ ...exchange, route: '/channels/{channel_id}/fax' }])[0]).toContain('no schemas');
  });

  it('leaves out what a broken server said, and what the bot never heard', async () => {
    const exchange = await sentMessage();
    expect(judge([{ ...exchange, status: 502, answer: 'Bad Gateway' }])).toEqual([]);
    expect(judge([{ ...exchange, status: 0, answer: undefined, isLost: true }])).toEqual([]);
  });

  it.runIf(hasDocument)('finds a status that the document does not have', async () => {
    expect(judge([{ ...(await sentMessage()), status: 202 }]).join()).toContain('has no status 202');
  });
});
