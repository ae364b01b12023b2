import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createHttpClient } from '#adapters/http/create-http-client.ts';
import { readJson } from '#adapters/http/read-json.ts';
import { DEFAULT_POLICY, type ClientPolicy } from '#adapters/http/client-policy.ts';
import { isWholeJson } from '#adapters/http/is-whole-json.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import { describeHttpSource } from '#test/contracts/http-source.contract.ts';
import { openHttpBench, type HttpBench } from '#test/support/http/http-bench.ts';

const URL_ASKED = 'https://data.example.org/v1/rates.json?api_key=k3y/s3cret';
const DAY = 86_400_000;

const TERMS: ClientPolicy = {
  ...DEFAULT_POLICY,
  source: 'rates',
  hosts: ['data.example.org', 'cdn.example.org'],
  largest: 1_000_000,
  budget: { perDay: 4, perMinute: 3 },
  breaker: { failures: 2, rest: 60_000 },
  retries: { attempts: 1, firstPause: 1_000, longestPause: 10_000 },
  secrets: ['k3y/s3cret'],
};

const Rates = z.object({ rate: z.number() });
const request = { url: URL_ASKED, isWhole: isWholeJson };
const signal = new AbortController().signal;

describeHttpSource('A plain JSON source', {
  policy: TERMS,
  ask: async (client, stop) => readJson('rates', (await client.ask(request, stop)).body, Rates).rate,
  body: () => '{"rate":5.25}',
  renamed: (body) => body.replace('rate', 'value'),
});

let bench: HttpBench;

async function open(policy: Partial<ClientPolicy> = {}): Promise<void> {
  bench = await openHttpBench({ ...TERMS, ...policy });
  bench.provider.answer = () => ({ body: '{"rate":5.25}' });
}

const ask = (url = URL_ASKED) => bench.client.ask({ url }, signal);
const asked = () => bench.provider.questions.length;

beforeEach(() => open());
afterEach(() => bench.provider.stop());

describe('what createHttpClient asks', () => {
  it('gives the body with the instant at which it was asked for, and the one that the provider dates it to', async () => {
    bench.provider.answer = () => ({
      body: 'a',
      headers: { 'last-modified': 'Tue, 02 Jul 2024 12:00:00 GMT' },
    });
    expect(await ask()).toEqual({
      body: 'a',
      askedAt: bench.clock.now(),
      modifiedAt: Date.UTC(2024, 6, 2, 12),
      isUnchanged: false,
    });
  });

  it('says when the body is the one given before', async () => {
    bench.provider.answer = ({ headers }) =>
      headers['if-modified-since'] === undefined
        ? { body: 'a', headers: { 'last-modified': 'Tue, 02 Jul 2024 12:00:00 GMT' } }
        : { status: 304 };
    await ask();
    expect(await ask()).toMatchObject({ body: 'a', isUnchanged: true, modifiedAt: Date.UTC(2024, 6, 2, 12) });
  });

  it('asks whether a body has changed by the name that the provider gave it', async () => {
    bench.provider.answer = ({ headers }) =>
      headers['if-none-match'] === undefined ? { body: 'a', headers: { etag: '"1"' } } : { status: 304 };
    await ask();
    expect(await ask()).toMatchObject({ body: 'a', isUnchanged: true });
  });

  it('keeps no answer to a question with a body', async () => {
    bench.provider.answer = ({ headers }) => ({
      body: String(headers['if-none-match']),
      headers: { etag: '"1"' },
    });
    await bench.client.ask({ url: URL_ASKED, method: 'POST', body: '{}' }, signal);
    expect((await ask()).body).toBe('undefined');
  });

  it('keeps no body that was cut off to ask about it again', async () => {
    bench.provider.answer = () => ({ body: '{"rate":', headers: { etag: '"torn"' } });
    await expect(bench.client.ask(request, signal)).rejects.toThrow(SourceUnavailable);
    bench.provider.answer = ({ headers }) => ({ body: `"${String(headers['if-none-match'])}"` });
    expect((await bench.client.ask(request, signal)).body).toBe('"undefined"');
  });

  it('follows to another host of the same provider', async () => {
    bench.provider.answer = ({ url }) =>
      url.host === 'data.example.org'
        ? { status: 302, headers: { location: 'https://cdn.example.org/rates.json' } }
        : { body: url.href };
    expect((await ask()).body).toBe('https://cdn.example.org/rates.json');
  });

  it.each([
    ['http://data.example.org/', 'instead of https'],
    ['https://data.example.org.evil.example/', 'not among its hosts'],
    ['https://data.example.org@evil.example/', 'not among its hosts'],
    ['//evil.example/', 'not among its hosts'],
    ['file:///etc/passwd', 'not among its hosts'],
    ['https://data.example.org:8443/', 'not among its hosts'],
  ])('does not follow to %s', async (location, why) => {
    bench.provider.answer = () => ({ status: 307, headers: { location } });
    await expect(ask()).rejects.toThrow(why);
    expect(asked()).toBe(1);
  });

  it('does not follow in circles', async () => {
    bench.provider.answer = () => ({ status: 302, headers: { location: URL_ASKED } });
    await expect(ask()).rejects.toThrow('in circles');
  });

  it('does not carry a question with a body elsewhere', async () => {
    bench.provider.answer = () => ({ status: 307, headers: { location: 'https://cdn.example.org/' } });
    const posted = bench.client.ask({ url: URL_ASKED, method: 'POST', body: '{}' }, signal);
    await expect(posted).rejects.toThrow(SourceChanged);
    expect(asked()).toBe(1);
  });

  it('asks plain http of a loopback host that is given with its port, and of no other', async () => {
    const own = createHttpClient({ ...TERMS, hosts: [bench.provider.host] }, { ...bench.parts, fetch });
    expect((await own.ask({ url: `http://${bench.provider.host}/` }, signal)).body).toContain('rate');
    await expect(own.ask({ url: 'http://127.0.0.1:1/' }, signal)).rejects.toThrow('not among its hosts');
  });

  it('refuses a body that is announced too long without reading it', async () => {
    bench.provider.answer = () => ({ body: ' '.repeat(1_000_001) });
    await expect(ask()).rejects.toThrow('longer than 1000000 bytes');
    const headers = { 'content-length': '1000001' };
    bench.provider.whenDripping = () => {};
    bench.provider.answer = () => ({ body: 'a', headers, manner: 'drip' });
    await expect(ask()).rejects.toThrow(SourceChanged);
  });

  it('allows one question a longer body, or a shorter one', async () => {
    bench.provider.answer = () => ({ body: ' '.repeat(1_000_001) });
    await bench.client.ask({ url: URL_ASKED, largest: 2_000_000 }, signal);
    await expect(bench.client.ask({ url: URL_ASKED, largest: 1_000 }, signal)).rejects.toThrow('1000 bytes');
  });
});

describe('when createHttpClient asks again', () => {
  it('doubles the longest pause after each failure, and draws the pause from what is below it', async () => {
    await bench.provider.stop();
    await open({ retries: { attempts: 5, firstPause: 1_000, longestPause: 3_000 }, budget: {} });
    bench.provider.answer = () => ({ status: 503 });
    await expect(ask()).rejects.toThrow(SourceUnavailable);
    expect(bench.clock.pauses).toEqual([500, 1_000, 1_500, 1_500]);
  });

  it('spends one request of the day on each attempt, and none when the day is spent', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await ask();
    }
    await expect(ask()).rejects.toMatchObject({ cause: { message: "today's 4 requests are used up" } });
    expect(asked()).toBe(4);
    expect(await bench.client.health()).toMatchObject({ state: 'used-up', leftToday: 0 });
  });

  it('waits for the next minute when the requests of this one are spent', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await ask();
    }
    expect(bench.clock.pauses).toEqual([60_000]);
  });

  it('has a new day at midnight in New York', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await ask();
    }
    const { nextAt } = await bench.client.health();
    expect(new Date(nextAt).toISOString()).toBe('2024-07-03T04:00:00.000Z');
    bench.clock.pass(nextAt - bench.clock.now());
    await ask();
    expect(asked()).toBe(5);
  });

  it('does not forget over a restart what it spent', async () => {
    for (const _ of [1, 2, 3, 4]) {
      await ask();
    }
    const restarted = createHttpClient(TERMS, bench.parts);
    await expect(restarted.ask(request, signal)).rejects.toThrow(SourceUnavailable);
    expect(asked()).toBe(4);
  });

  it('leaves a source alone after failures in a row, then tries it with one question', async () => {
    await bench.provider.stop();
    await open({ budget: {}, retries: { attempts: 3, firstPause: 1_000, longestPause: 10_000 } });
    bench.provider.answer = () => ({ status: 500 });
    await expect(ask()).rejects.toThrow(SourceUnavailable);
    await expect(ask()).rejects.toThrow(SourceUnavailable);
    expect(asked()).toBe(6);
    await expect(ask()).rejects.toMatchObject({ cause: { message: expect.stringContaining('left alone') } });
    expect(asked()).toBe(6);
    bench.clock.pass(60_000);
    const paused = bench.clock.pauses.length;
    const [, second] = await Promise.allSettled([ask(), ask()]);
    expect(asked()).toBe(7);
    expect(bench.clock.pauses).toHaveLength(paused);
    expect(second).toMatchObject({ status: 'rejected', reason: { cause: { message: expect.any(String) } } });
    bench.provider.answer = () => ({ body: '{}' });
    bench.clock.pass(60_000);
    await ask();
    await ask();
    expect(await bench.client.health()).toMatchObject({ state: 'answering', nextAt: bench.clock.now() });
  });

  it('stops at once when it is told to, and holds nothing against the source', async () => {
    const stop = new AbortController();
    bench.provider.answer = () => {
      stop.abort();
      return { body: 'late', manner: 'drip' };
    };
    await expect(bench.client.ask(request, stop.signal)).rejects.toThrow('aborted');
    expect(await bench.client.health()).toMatchObject({ state: 'untried', leftToday: 3 });
  });
});

describe('what createHttpClient tells', () => {
  it('was untried, answers, and fails, in words', async () => {
    expect(await bench.client.health()).toEqual({
      source: 'rates',
      state: 'untried',
      leftToday: 4,
      nextAt: bench.clock.now(),
    });
    await ask();
    const lastSuccessAt = bench.clock.now();
    expect(await bench.client.health()).toMatchObject({ state: 'answering', lastSuccessAt, leftToday: 3 });
    bench.clock.pass(DAY);
    bench.provider.answer = () => ({ status: 404 });
    await expect(ask()).rejects.toThrow(SourceChanged);
    expect(await bench.client.health()).toMatchObject({
      state: 'failing',
      lastSuccessAt,
      lastFailure: { at: lastSuccessAt + DAY, kind: 'changed', words: 'rates changed: HTTP 404' },
    });
  });

  it('hides keys in what the network says, as they are and as an address writes them', async () => {
    const cause = new TypeError(`fetch of ${URL_ASKED} and k3y%2Fs3cret failed`);
    const broken = createHttpClient(TERMS, { ...bench.parts, fetch: () => Promise.reject(cause) });
    const error: unknown = await broken.ask(request, signal).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(SourceUnavailable);
    expect(error).toMatchObject({ cause: { message: expect.stringContaining('[hidden]') } });
    const inner: unknown = error instanceof Error ? error.cause : undefined;
    const stack = inner instanceof Error ? inner.stack : undefined;
    const shown = JSON.stringify([stack, await broken.health(), bench.logged()]);
    expect(shown).not.toMatch(/s3cret/);
  });
});
