import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { NoLiveSources, SourceUnavailable } from '#domain/problem.ts';
import type { Evaluation } from '#domain/signal/snapshot.ts';
import { knownPrints, takeSnapshot, type SnapshotDeps } from '#services/signal/take-snapshot.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aPrint, fakeMarket, fakePrintSource, historyOf } from '#test/support/engine/fake-sources.ts';

const { signal } = new AbortController();
const MINUTE = 60_000;

/** Tuesday 2026-12-01, after Thanksgiving and the early close of the Friday behind it. */
const TUESDAY = '2026-12-01';
const SESSIONS = ['2026-11-25', '2026-11-27', '2026-11-30', TUESDAY, '2026-12-02'];
const OFFICIAL: Evaluation = { kind: 'official', session: TUESDAY };
const CHECK: Evaluation = { kind: 'check', session: TUESDAY, time: '09:45' };
const CLOSED = newYorkInstant(TUESDAY, '16:15');

/** Sources that know more than may be known by then. */
function sources(otherwise: Partial<SnapshotDeps> = {}): SnapshotDeps {
  return {
    calendar: CALENDAR,
    fomc: [],
    ledger: { prints: async () => [] },
    market: fakeMarket(historyOf(SESSIONS)),
    prints: fakePrintSource(),
    ...otherwise,
  };
}

const take = (evaluation: Evaluation, now: number, otherwise: Partial<SnapshotDeps> = {}) =>
  takeSnapshot(sources(otherwise), evaluation, now, signal);

/** The session of the last close, and of the last counts, that a snapshot has. */
async function lastKnown(now: number) {
  const { market, lastSession } = await take(OFFICIAL, now);
  return [lastSession, market.rut.closes.at(-1)?.session, market.breadth?.large.days.at(-1)?.session];
}

describe('takeSnapshot', () => {
  it('knows no close before 16:15 of its own session, whatever its source gives', async () => {
    expect(await lastKnown(CLOSED - 1)).toEqual(Array(3).fill('2026-11-30'));
    expect(await lastKnown(CLOSED)).toEqual(Array(3).fill(TUESDAY));
  });

  it('knows the close of the Friday after Thanksgiving from 13:15 on', async () => {
    const early = newYorkInstant('2026-11-27', '13:15');
    expect(await lastKnown(early - 1)).toEqual(Array(3).fill('2026-11-25'));
    expect(await lastKnown(early)).toEqual(Array(3).fill('2026-11-27'));
  });

  it('says at which instant and for which evaluation it was taken', async () => {
    expect(await take(OFFICIAL, CLOSED)).toMatchObject({ asOf: CLOSED, evaluation: OFFICIAL });
  });

  it('counts sessions from the first close to the one that is evaluated', async () => {
    expect((await take(CHECK, newYorkInstant(TUESDAY, '09:45'))).sessions).toEqual(SESSIONS.slice(0, 4));
  });

  it('counts them to the last close where an evaluation comes a session late', async () => {
    const { sessions } = await take(OFFICIAL, newYorkInstant('2026-12-02', '16:15'));
    expect(sessions).toEqual(SESSIONS);
  });

  it('begins with the last session where its source has no closes at all', async () => {
    const { sessions } = await take(OFFICIAL, CLOSED, { market: fakeMarket(historyOf([])) });
    expect(sessions).toEqual([TUESDAY]);
  });

  it.each([
    ['market data', { market: fakeMarket(historyOf(SESSIONS)) }],
    ['prints', { prints: fakePrintSource() }],
  ] as const)('refuses to speak with %s alone', async (_words, only) => {
    const { calendar, fomc, ledger } = sources();
    await expect(takeSnapshot({ calendar, fomc, ledger, ...only }, OFFICIAL, CLOSED, signal)).rejects.toThrow(
      NoLiveSources,
    );
  });

  it('fails as its source does: half a market is none', async () => {
    const market = {
      ...fakeMarket(historyOf([])),
      history: () => Promise.reject(new SourceUnavailable('Cboe')),
    };
    await expect(take(OFFICIAL, CLOSED, { market })).rejects.toThrow('Cboe');
  });

  it('asks the ledger for what was received by then', async () => {
    const until: number[] = [];
    const ledger = {
      async prints(instant: number) {
        until.push(instant);
        return [aPrint(TUESDAY)];
      },
    };
    const { prints } = await take(OFFICIAL, CLOSED, { ledger });
    expect(until).toEqual([CLOSED]);
    expect(prints.map(({ print }) => print.releaseId)).toEqual([`CPI-${TUESDAY}`]);
  });
});

describe('takeSnapshot, of what only some have,', () => {
  const now = newYorkInstant(TUESDAY, '09:45');
  const quote = (minutesAgo: number) =>
    ({ price: 2500, at: now - minutesAgo * MINUTE, source: 'a fake', quality: 'live' }) as const;
  const quoted = (rut: number, spx: number) =>
    fakeMarket(historyOf(SESSIONS), { rut: quote(rut), spx: quote(spx) });

  it('uses quotes of the last 20 minutes at a check, and none where either index’s is older', async () => {
    expect((await take(CHECK, now, { market: quoted(20, 0) })).quotes).toEqual({
      rut: quote(20),
      spx: quote(0),
    });
    expect(await take(CHECK, now, { market: quoted(20 + 1 / MINUTE, 0) })).not.toHaveProperty('quotes');
    expect(await take(CHECK, now, { market: quoted(0, 20 + 1 / MINUTE) })).not.toHaveProperty('quotes');
  });

  it('asks for quotes at a check alone, and has none where nobody quotes', async () => {
    expect(await take(OFFICIAL, now, { market: quoted(0, 0) })).not.toHaveProperty('quotes');
    expect(await take(CHECK, now)).not.toHaveProperty('quotes');
  });

  it('reads the context as of its own instant, and has none where nobody gives yields', async () => {
    const asked: number[] = [];
    const reading = { name: 'curve', reading: { known: false, reason: 'stale' } } as const;
    const context = {
      async read(instant: number) {
        asked.push(instant);
        return [reading];
      },
    };
    expect((await take(OFFICIAL, CLOSED, { context })).context).toEqual([reading]);
    expect(asked).toEqual([CLOSED]);
    expect(await take(OFFICIAL, CLOSED)).not.toHaveProperty('context');
  });

  it('counts sessions to the nearest statement of the Fed, and has none where none is known', async () => {
    const fomc = [{ day: '2026-12-09', scheduled: true }];
    expect((await take(OFFICIAL, CLOSED, { fomc })).fomc).toEqual({
      statement: '2026-12-09',
      sessionsAway: 6,
    });
    expect(await take(OFFICIAL, CLOSED)).not.toHaveProperty('fomc');
    const past = [...fomc, { day: '2026-10-28', scheduled: true }, { day: '2026-11-15', scheduled: false }];
    expect((await take(OFFICIAL, CLOSED, { fomc: past })).fomc).toEqual({
      statement: '2026-12-09',
      sessionsAway: 6,
      latest: '2026-11-15',
    });
  });

  it('names the next hours for a hedge, and none in the last week that the exchange calendar knows', async () => {
    expect((await take(OFFICIAL, CLOSED)).rebalance?.session).toBe('2026-12-02');
    const end = { ...sources(), market: fakeMarket(historyOf(['2028-12-21', '2028-12-22'])) };
    const at = (day: string) =>
      takeSnapshot(end, { kind: 'question', session: '2028-12-22' }, newYorkInstant(day, '12:00'), signal);
    expect((await at('2028-12-24')).rebalance?.session).toBe('2028-12-26');
    expect(await at('2028-12-25')).not.toHaveProperty('rebalance');
  });
});

describe('knownPrints', () => {
  const window = { session: TUESDAY, now: CLOSED, calendar: CALENDAR, signal };

  it('carries a print for eleven sessions after its day 0, and none that is still to come', async () => {
    const days = ['2026-11-12', '2026-11-13', TUESDAY, '2026-12-02'];
    const known = await knownPrints(
      fakePrintSource(),
      days.map((day) => aPrint(day)),
      window,
    );
    expect(known.map(({ dayZero }) => dayZero)).toEqual(['2026-11-13', TUESDAY]);
  });

  it('measures a print against those of its report before it, and its day 0 against the session before', async () => {
    const print = aPrint('2026-11-27', { kind: 'PPI' });
    const [known] = await knownPrints(fakePrintSource(), [print], window);
    expect(known).toMatchObject({
      print,
      dayZero: '2026-11-27',
      sessionBefore: '2026-11-25',
      history: [{ date: 'PPI before 2026-11-27' }],
    });
  });

  it('counts from the next session where a report comes out on a holiday', async () => {
    const [known] = await knownPrints(fakePrintSource(), [aPrint('2026-11-26')], window);
    expect(known).toMatchObject({ dayZero: '2026-11-27', sessionBefore: '2026-11-25' });
  });

  it('says whether other sources agree by then, where somebody compares', async () => {
    const asked: number[] = [];
    const source = fakePrintSource(async (_print, now) => {
      asked.push(now);
      return { kind: 'disputed', looks: [] };
    });
    expect((await knownPrints(source, [aPrint(TUESDAY)], window))[0]?.standing?.kind).toBe('disputed');
    expect(asked).toEqual([CLOSED]);
    expect((await knownPrints(fakePrintSource(), [aPrint(TUESDAY)], window))[0]).not.toHaveProperty(
      'standing',
    );
  });
});
