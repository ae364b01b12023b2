import { describe, expect, it } from 'vitest';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { alignCloses, withQuotes } from '#engine/evidence/aligned-closes.ts';
import { countBreadth } from '#engine/evidence/counted-breadth.ts';
import { readClose } from '#engine/evidence/read-close.ts';
import { tellStory, weekdays } from '#test/support/engine/market-story.ts';

const sessions = weekdays(6);
const HOUSE = { source: 'a house', quality: 'recorded' } as const;
const closesOf = (closes: readonly (number | undefined)[]) =>
  closes.flatMap((close, place) => (close === undefined ? [] : [{ session: sessions[place] ?? '', close }]));

function flawOf(closes: readonly (number | undefined)[], needed = 4, stale = false): string | undefined {
  return alignCloses({ closes: closesOf(closes), ...HOUSE }, sessions, { sessions: needed, stale }).flaw;
}

describe('closes beside their sessions', () => {
  it.each([
    [[1, 2, 3, 4, 5, 6], undefined],
    [[undefined, undefined, 3, 4, 5, 6], undefined],
    [[undefined, undefined, undefined, 4, 5, 6], 'too-little-history'],
    [[1, 2, undefined, 4, 5, 6], 'session-missing'],
    [[1, 2, -3, 4, 5, 6], 'impossible-value'],
    [[1, 2, 0, 4, 5, 6], 'impossible-value'],
    [[1, 2, Number.NaN, 4, 5, 6], 'impossible-value'],
    [[1, 2, Infinity, 4, 5, 6], 'impossible-value'],
    [[1, -2, 3, 4, 5, 6], undefined],
    [[1, 2, 3, 4, 5, undefined], 'stale'],
    [[1, 2, 3, 4, 5, -6], 'impossible-value'],
    [[], 'not-supplied'],
  ] as const)('%j, of which four are needed, are %s', (closes, flaw) => {
    expect(flawOf(closes)).toBe(flaw);
  });

  it('are stale before anything else where the last session is not the one that had to be there', () => {
    expect(flawOf([1, 2, 3, 4, 5, 6], 4, true)).toBe('stale');
    expect(flawOf([], 4, true)).toBe('not-supplied');
  });

  it('are impossible where two disagree about a session, and good where two agree', () => {
    const twice = (close: number) => [...closesOf([1, 2, 3, 4, 5, 6]), { session: sessions[4] ?? '', close }];
    const flaw = (close: number) =>
      alignCloses({ closes: twice(close), ...HOUSE }, sessions, { sessions: 4, stale: false });
    expect(flaw(5)).toEqual({ values: [1, 2, 3, 4, 5, 6] });
    expect(flaw(5.1)).toEqual({ values: [1, 2, 3, 4, undefined, 6], flaw: 'impossible-value' });
  });

  it('are not supplied where there is no series', () => {
    const none = alignCloses(undefined, sessions, { sessions: 1, stale: false });
    expect(none).toEqual({ values: sessions.map(() => undefined), flaw: 'not-supplied' });
  });
});

describe('counts of advances beside their sessions', () => {
  const day = (place: number, advances: number, unchanged?: number) => ({
    session: sessions[place] ?? '',
    advances,
    declines: 10 - advances,
    ...(unchanged !== undefined && { unchanged }),
  });
  const universe = (days: readonly ReturnType<typeof day>[]) => ({ universe: 'U', days, ...HOUSE });
  const whole = universe(sessions.map((_, place) => day(place, 7, 0)));
  const count = (small: typeof whole, large = whole, stale = false) =>
    countBreadth({ small, large }, { sessions, stale, asOf: 9 });

  it('are the net share of those that moved, for both universes', () => {
    expect(count(whole)).toEqual({
      known: true,
      small: sessions.map(() => 0.4),
      large: sessions.map(() => 0.4),
      provenance: { asOf: 9, source: 'a house', quality: 'recorded' },
    });
  });

  it('are stale without the last session’s of either universe', () => {
    const short = universe(whole.days.slice(0, -1));
    for (const breadth of [count(short), count(whole, short), count(whole, whole, true)]) {
      expect(breadth).toEqual({ known: false, reason: 'stale' });
    }
    expect(countBreadth(undefined, { sessions, stale: false, asOf: 9 })).toEqual({
      known: false,
      reason: 'not-supplied',
    });
  });

  it('have a gap where two disagree about a session, and none where two agree', () => {
    const twice = (advances: number) => count(universe([...whole.days, day(2, advances, 0)]));
    expect(twice(7)).toMatchObject({ small: [0.4, 0.4, 0.4, 0.4, 0.4, 0.4] });
    expect(twice(6)).toMatchObject({ small: [0.4, 0.4, undefined, 0.4, 0.4, 0.4] });
  });

  it('are a proxy where those that stood still are missing on any day', () => {
    const partly = universe([day(0, 7), ...whole.days.slice(1)]);
    expect(count(partly)).toMatchObject({ provenance: { quality: 'proxy' } });
  });
});

describe('a last close', () => {
  const story = tellStory([{ rut: 0, spx: 0 }]);
  const snapshot = story.at(0, 'official');
  const last = snapshot.lastSession;
  const read = (closes: readonly { session: string; close: number }[], otherwise: Partial<Snapshot> = {}) =>
    readClose({ closes, ...HOUSE }, { ...snapshot, ...otherwise });

  it('is read with its source and the time of the close', () => {
    expect(read([{ session: last, close: 14 }])).toEqual({
      known: true,
      value: 14,
      asOf: snapshot.asOf - 15 * 60_000,
      ...HOUSE,
    });
  });

  it.each([
    [[], 'not-supplied'],
    [[{ session: '2000-01-03', close: 14 }], 'stale'],
    [[{ session: last, close: 0 }], 'impossible-value'],
    [[{ session: last, close: -1 }], 'impossible-value'],
    [[{ session: last, close: Number.NaN }], 'impossible-value'],
    [[{ session: last, close: Infinity }], 'impossible-value'],
    [
      [
        { session: last, close: 14 },
        { session: last, close: 15 },
      ],
      'impossible-value',
    ],
  ] as const)('among %j is not known: %s', (closes, reason) => {
    expect(read(closes)).toEqual({ known: false, reason });
  });

  it('is another session’s at an official evaluation whose own close is missing', () => {
    const evaluation = { kind: 'official', session: '2999-01-01' } as const;
    expect(read([{ session: last, close: 14 }], { evaluation })).toEqual({ known: false, reason: 'stale' });
  });
});

describe('the running session at a check', () => {
  const story = tellStory([
    { rut: 0, spx: 0 },
    { rut: 0, spx: 0 },
  ]);
  const check = story.at(1, 'check');
  const closed = check.sessions.slice(0, -1);
  const closes = { rut: [1], spx: [2], sessions: closed };
  const quote = (price: number, minutes: number, source = 'a feed') =>
    ({ price, at: check.asOf - minutes * 60_000, source, quality: 'live' }) as const;
  const run = (rut: ReturnType<typeof quote>, spx = quote(20, 1), snapshot: Snapshot = check) =>
    withQuotes({ ...snapshot, quotes: { rut, spx } }, closes);

  it('has its quotes behind the closes, dated by the older one', () => {
    expect(run(quote(10, 3, 'one'), quote(20, 1, 'two'))).toEqual({
      rut: [1, 10],
      spx: [2, 20],
      provenance: { asOf: check.asOf - 3 * 60_000, source: 'one + two', quality: 'live' },
    });
  });

  it('takes a quote of twenty minutes ago, and none that is older or of later', () => {
    expect(run(quote(10, 20))).toBeDefined();
    expect(run(quote(10, 0))).toBeDefined();
    expect(run(quote(10, 20.01))).toBeUndefined();
    expect(run(quote(10, -0.01))).toBeUndefined();
    expect(run(quote(10, 1), quote(20, 21))).toBeUndefined();
  });

  it.each([0, -1, Number.NaN, Infinity])('does not take %d for a price', (price) => {
    expect(run(quote(price, 1))).toBeUndefined();
    expect(run(quote(10, 1), quote(price, 1))).toBeUndefined();
  });

  it('is none without quotes, at any other evaluation, or where a close is missing before it', () => {
    expect(withQuotes(check, closes)).toBeUndefined();
    expect(
      run(quote(10, 1), quote(20, 1), {
        ...check,
        evaluation: { kind: 'official', session: story.session(1) },
      }),
    ).toBeUndefined();
    expect(
      withQuotes(
        { ...check, quotes: { rut: quote(10, 1), spx: quote(20, 1) } },
        { ...closes, sessions: closed.slice(0, -1) },
      ),
    ).toBeUndefined();
  });
});
