import { describe, expect, it } from 'vitest';
import { createMassiveBreadth } from '#adapters/massive/massive-breadth.ts';
import { askGroupedCloses } from '#adapters/massive/grouped-closes.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { type FakePage, fakeHttpClient } from '#test/support/http/fake-http-client.ts';
import { fixture } from '#test/support/http/fixture.ts';

const signal = new AbortController().signal;
const calendar = exchangeCalendar(exchangeFacts);

/** Ten small shares and two large ones. */
const SMALL = ['AA', 'BB', 'CC', 'DD', 'EE', 'FF', 'GG', 'HH', 'II', 'JJ'];
const LARGE = ['BRKB', 'KK'];

function grouped(session: string, closes: Readonly<Record<string, number>>): string {
  const t = newYorkInstant(session, '16:00');
  const results = Object.entries(closes).map(([ticker, c]) => ({ T: ticker, c, t }));
  return JSON.stringify({ adjusted: true, resultsCount: results.length, results });
}

const all = (close: number): Record<string, number> => ({
  ...Object.fromEntries(SMALL.map((ticker) => [ticker, close])),
  'BRK.B': close,
  KK: close,
});

function counter(pages: Readonly<Record<string, FakePage>>, start = '1970-01-01T00:00:00Z') {
  const clock = { at: Date.parse(start) };
  const client = fakeHttpClient(pages, clock.at);
  const constituents = {
    source: 'iShares',
    holdings: (fund: 'IWM' | 'IVV') =>
      Promise.resolve({ asOf: '2026-11-25', tickers: fund === 'IWM' ? SMALL : LARGE }),
  };
  const wallClock = { now: () => clock.at, wait: () => Promise.resolve() };
  const parts = { client, key: 'secret', constituents, calendar, wallClock, requestsAMinute: 5 };
  return { source: createMassiveBreadth(parts), client, clock };
}

const week = {
  '/2026-11-23?': grouped('2026-11-23', all(10)),
  '/2026-11-24?': grouped('2026-11-24', { ...all(11), AA: 9, BB: 10, 'BRK.B': 9 }),
  '/2026-11-25?': grouped('2026-11-25', all(10)),
};

describe('createMassiveBreadth', () => {
  it('counts who rose, fell and stood still since the session before', async () => {
    const { small, large } = await counter(week).source.breadth(['2026-11-24'], signal);
    expect(small.days).toEqual([{ session: '2026-11-24', advances: 8, declines: 1, unchanged: 1 }]);
    expect(large.days).toEqual([{ session: '2026-11-24', advances: 1, declines: 1, unchanged: 0 }]);
    expect(small.universe).toBe('Russell 2000 (members of 2026-11-25)');
  });

  it('gives sessions oldest first, and asks for each once', async () => {
    const { source, client } = counter(week);
    const { small } = await source.breadth(['2026-11-24', '2026-11-25'], signal);
    expect(small.days.map(({ session }) => session)).toEqual(['2026-11-24', '2026-11-25']);
    expect(client.asked.map(({ url }) => url.slice(-24, -14))).toEqual([
      '2026-11-25',
      '2026-11-24',
      '2026-11-23',
    ]);
    await source.breadth(['2026-11-24', '2026-11-25'], signal);
    expect(client.asked).toHaveLength(3);
  });

  it('keeps the key out of the address', async () => {
    const { source, client } = counter(week);
    await source.breadth(['2026-11-24'], signal);
    expect(client.asked[0]?.url).not.toContain('secret');
    expect(client.asked[0]?.headers).toEqual({ authorization: 'Bearer secret' });
  });

  it('leaves out a session for which a tenth of the members has no close, and more', async () => {
    const { AA: _, ...nine } = all(12);
    const { BB: __, ...eight } = nine;
    const whole = await counter({ ...week, '/2026-11-25?': grouped('2026-11-25', nine) }).source.breadth(
      ['2026-11-25'],
      signal,
    );
    expect(whole.small.days).toHaveLength(1);
    const holed = await counter({ ...week, '/2026-11-25?': grouped('2026-11-25', eight) }).source.breadth(
      ['2026-11-24', '2026-11-25'],
      signal,
    );
    expect(holed.small.days.map(({ session }) => session)).toEqual(['2026-11-24']);
  });

  it('asks again for the newest session when it was not whole', async () => {
    const { source, client } = counter({ ...week, '/2026-11-25?': grouped('2026-11-25', { AA: 1 }) });
    await source.breadth(['2026-11-25'], signal);
    await source.breadth(['2026-11-25'], signal);
    expect(client.asked.filter(({ url }) => url.includes('2026-11-25'))).toHaveLength(2);
  });

  it('goes without a session that is refused before the end of its day', async () => {
    const pages = { ...week, '/2026-11-25?': new SourceUnavailable('Massive') };
    const { small } = await counter(pages).source.breadth(['2026-11-24', '2026-11-25'], signal);
    expect(small.days.map(({ session }) => session)).toEqual(['2026-11-24']);
  });

  it('asks no more than it may in a minute, newest first, and goes on in the next', async () => {
    const sessions = calendar.sessionsBetween('2026-11-12', '2026-11-25');
    const pages = Object.fromEntries(
      calendar.sessionsBetween('2026-11-11', '2026-11-25').map((day) => [`/${day}?`, grouped(day, all(10))]),
    );
    const { source, client, clock } = counter(pages);
    const first = await source.breadth(sessions, signal);
    expect(first.small.days.map(({ session }) => session)).toEqual(sessions.slice(-4));
    expect(client.asked).toHaveLength(5);
    clock.at = 59_999;
    expect((await source.breadth(sessions, signal)).small.days).toHaveLength(4);
    clock.at = 60_000;
    expect((await source.breadth(sessions, signal)).small.days).toHaveLength(9);
    clock.at = 120_000;
    expect((await source.breadth(sessions, signal)).small.days).toHaveLength(10);
  });

  it('asks anew on another day, since a split may have changed every close before it', async () => {
    const pages = { ...week, '/2026-11-20?': grouped('2026-11-20', all(9)) };
    const { source, client, clock } = counter(pages, '2026-11-24T23:00:00Z');
    await source.breadth(['2026-11-24'], signal);
    clock.at = Date.parse('2026-11-25T23:00:00Z');
    await source.breadth(['2026-11-23', '2026-11-24'], signal);
    expect(client.asked.map(({ url }) => url.slice(-24, -14))).toEqual([
      '2026-11-24',
      '2026-11-23',
      '2026-11-23',
      '2026-11-20',
    ]);
  });

  it('says so when it has nothing at all, without asking for every session', async () => {
    const { source, client } = counter({});
    const sessions = calendar.sessionsBetween('2026-09-01', '2026-11-25');
    await expect(source.breadth(sessions, signal)).rejects.toThrow(SourceUnavailable);
    expect(client.asked).toHaveLength(2);
  });
});

describe('askGroupedCloses', () => {
  const asked = (body: string, session: string) =>
    askGroupedCloses({ client: fakeHttpClient({ massive: body }), key: 'secret' }, session, signal);

  it('reads the recorded answer', async () => {
    const { closes } = await asked(fixture('polygon/grouped-daily.json'), '2020-10-14');
    expect([...closes]).toEqual([['GIK', 10.02]]);
  });

  it.each([
    ['bars of another day', '1602705600000', '1602792000000', /got bars of 2020-10-15/],
    ['closes with splits left in', '"adjusted": true', '"adjusted": false', /adjusted/],
    ['a renamed field', '"c"', '"close"', /results\[0\]\.c/],
  ])('refuses %s', async (_, from, to, detail) => {
    const body = fixture('polygon/grouped-daily.json').replace(from, to);
    await expect(asked(body, '2020-10-14')).rejects.toThrow(SourceChanged);
    await expect(asked(body, '2020-10-14')).rejects.toThrow(detail);
  });

  it('leaves out a close of 0', async () => {
    const body = fixture('polygon/grouped-daily.json').replace('10.02', '0');
    expect((await asked(body, '2020-10-14')).closes.size).toBe(0);
  });
});
