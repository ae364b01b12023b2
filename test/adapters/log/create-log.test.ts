import { describe, expect, it } from 'vitest';
import { createLog } from '#adapters/log/create-log.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Log } from '#ports/log.ts';

// Made up in the form that Discord gives them.
const BOT_TOKEN = `${'TWFkZVVwQm90SWQxMjM0NTY'}.${'Gk3x9Q'}.${'aW52ZW50ZWQtc2lnbmF0dXJlLW9mLWEtdG9rZW4'}`;
const INTERACTION_TOKEN = 'aW50ZXJhY3Rpb246MTIzNDU2Nzg5MDEyMzQ1Njc4OmludmVudGVk';

function writtenBy(write: (log: Log) => void, level: 'info' | 'error' = 'info'): readonly string[] {
  const lines: string[] = [];
  write(createLog({ stream: { write: (line) => lines.push(line) }, level }));
  return lines;
}

function firstOf(write: (log: Log) => void): Record<string, unknown> {
  return JSON.parse(writtenBy(write)[0] ?? '{}');
}

describe('createLog', () => {
  it('writes one JSON object a line, with level, time, event and facts', () => {
    const line = firstOf((log) => log.info('alert delivered', { key: '1/a', attempts: 2 }));
    expect(line).toMatchObject({ level: 'info', event: 'alert delivered', key: '1/a', attempts: 2 });
    expect(Date.parse(String(line['time']))).not.toBeNaN();
  });

  it('leaves out what is below its level', () => {
    const lines = writtenBy((log) => {
      log.info('a');
      log.warn('b');
      log.error('c', new Error('d'));
    }, 'error');
    expect(lines).toHaveLength(1);
  });

  it('writes an error whole: its name, words, stack, facts and causes', () => {
    const cause = new Error('ECONNRESET');
    const line = firstOf((log) => log.error('no figures', new SourceUnavailable('BLS', { cause })));
    expect(line['error']).toMatchObject({
      message: 'BLS is not answering',
      code: 'source-unavailable',
      source: 'BLS',
      stack: expect.stringContaining('create-log.test'),
      cause: { message: 'ECONNRESET', stack: expect.any(String) },
    });
  });

  it('writes all errors of a bundle, and what is thrown without being an error', () => {
    const bundle = new AggregateError([new Error('one'), new Error('two')], 'both');
    expect(firstOf((log) => log.error('x', bundle))['error']).toMatchObject({
      errors: [{ message: 'one' }, { message: 'two' }],
    });
    expect(firstOf((log) => log.error('x', 'a word'))['error']).toBe('a word');
  });

  it.each([
    ['a token in words', { reason: `refused ${BOT_TOKEN} today` }],
    ['a token in a header', { headers: { Authorization: `Bot ${BOT_TOKEN}` } }],
    ['a token in a header by its value alone', { line: `Authorization: Bot ${BOT_TOKEN}` }],
    ['a token under its name', { token: BOT_TOKEN, deep: [{ interaction_token: INTERACTION_TOKEN }] }],
    ['a webhook', { url: `https://discord.com/api/v10/webhooks/123456789012345678/${INTERACTION_TOKEN}` }],
    ['a followed webhook', { url: `/webhooks/123456789012345678/${INTERACTION_TOKEN}/messages/@original` }],
    ['an interaction', { url: `/interactions/123456789012345678/${INTERACTION_TOKEN}/callback` }],
    ['a key in an address', { url: new URL(`https://api.example/data?api_key=${INTERACTION_TOKEN}&from=1`) }],
  ])('hides %s', (_, facts) => {
    const [line = ''] = writtenBy((log) => log.info('x', facts));
    expect(line).toContain('[hidden]');
    expect(line).not.toContain(INTERACTION_TOKEN);
    expect(line).not.toContain(BOT_TOKEN);
  });

  it('hides secrets in an error, in its stack and in what it carries', () => {
    const error = Object.assign(
      new Error(`POST /interactions/123456789012345678/${INTERACTION_TOKEN}/callback`),
      {
        url: `https://discord.com/api/v10/webhooks/123456789012345678/${INTERACTION_TOKEN}`,
        requestBody: { json: { token: BOT_TOKEN } },
      },
    );
    const [line = ''] = writtenBy((log) => log.error('x', error));
    expect(line).not.toContain(INTERACTION_TOKEN);
    expect(line).not.toContain(BOT_TOKEN);
  });

  it('leaves what only looks long alone: ids, sessions, nonces', () => {
    const facts = { server: '100000000000000000', key: '100000000000000000/2014-09-23.official' };
    expect(firstOf((log) => log.info('x', facts))).toMatchObject(facts);
  });

  it('copes with circles, big integers and bytes', () => {
    const circle: Record<string, unknown> = { count: 5n, png: new Uint8Array(3) };
    circle['self'] = circle;
    expect(firstOf((log) => log.info('x', { circle }))['circle']).toEqual({
      count: '5',
      png: '[3 bytes]',
      self: '[circle]',
    });
  });
});
