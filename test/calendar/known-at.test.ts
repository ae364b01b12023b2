import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { knownAt } from '#calendar/known-at.ts';
import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);
const sessions = calendar.sessionsBetween('2023-06-01', '2023-12-15');
const provenance = { source: 'test', quality: 'recorded' } as const;

const series: DailyCloses = {
  ...provenance,
  closes: sessions.map((session, i) => ({ session, close: 100 + i })),
};
const counts: DailyBreadth = {
  ...provenance,
  universe: 'S&P 600',
  days: sessions.map((session) => ({ session, advances: 300, declines: 300 })),
};
const market: MarketHistory = {
  rut: series,
  spx: series,
  vix: series,
  vix9d: series,
  vix3m: series,
  vvix: series,
  breadth: { small: counts, large: counts },
};

/** Every session that something in a history speaks of. */
function sessionsIn({ rut, spx, vix, vix9d, vix3m, vvix, breadth }: MarketHistory): readonly string[] {
  const closes = [rut, spx, vix, vix9d, vix3m, vvix].flatMap((daily) => daily?.closes ?? []);
  const days = [breadth?.small, breadth?.large].flatMap((universe) => universe?.days ?? []);
  return [...closes, ...days].map(({ session }) => session);
}

const instants = fc.integer({
  min: calendar.usableAt(sessions[1] ?? ''),
  max: calendar.usableAt(sessions.at(-1) ?? ''),
});

describe('knownAt', () => {
  it('sees no session before its closes are usable, whatever the instant', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const known = sessionsIn(knownAt(market, instant, calendar));
        expect(known.every((session) => calendar.usableAt(session) <= instant)).toBe(true);
      }),
    );
  });

  it('sees every session whose closes are usable', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const usable = sessions.filter((session) => calendar.usableAt(session) <= instant);
        const known = knownAt(market, instant, calendar);
        expect(known.rut.closes.map(({ session }) => session)).toEqual(usable);
        expect(known.breadth?.small.days.map(({ session }) => session)).toEqual(usable);
      }),
    );
  });

  it('forgets nothing as time goes on', () => {
    fc.assert(
      fc.property(instants, instants, (one, other) => {
        const earlier = knownAt(market, Math.min(one, other), calendar);
        const later = knownAt(market, Math.max(one, other), calendar);
        expect(later.vix.closes.slice(0, earlier.vix.closes.length)).toEqual(earlier.vix.closes);
      }),
    );
  });

  it('is the same however much of the future a source tells', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const known = knownAt(market, instant, calendar);
        expect(knownAt(known, instant, calendar)).toEqual(known);
      }),
    );
  });

  it('takes the closes of an early close in at 13:15, itself included', () => {
    const at = Date.parse('2023-11-24T18:15Z');
    expect(knownAt(market, at, calendar).spx.closes.at(-1)?.session).toBe('2023-11-24');
    expect(knownAt(market, at - 1, calendar).spx.closes.at(-1)?.session).toBe('2023-11-22');
  });

  it('keeps what is not supplied absent', () => {
    const known = knownAt(
      { rut: series, spx: series, vix: series },
      Date.parse('2023-07-12T12:35Z'),
      calendar,
    );
    expect(Object.keys(known)).toEqual(['rut', 'spx', 'vix']);
  });
});
