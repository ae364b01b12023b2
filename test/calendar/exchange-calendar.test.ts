import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);
const all = calendar.sessionsBetween(EXCHANGE_YEARS.from, EXCHANGE_YEARS.until);
const sessions = fc.constantFrom(...all.slice(1, -1));

describe('exchangeCalendar', () => {
  it('has the sessions that NYSE counts for each year', () => {
    // Trading days a year as NYSE publishes them; 2018 lost one to the day of mourning.
    const counted = Object.entries({ 2014: 252, 2016: 252, 2018: 251, 2020: 253, 2022: 251, 2023: 250 });
    for (const [year, count] of counted) {
      expect(calendar.sessionsBetween(`${year}-01-01`, `${year}-12-31`)).toHaveLength(count);
    }
  });

  it('knows weekends, holidays and the day of mourning as no sessions', () => {
    expect(calendar.isSession('2014-09-17')).toBe(true);
    expect(calendar.isSession('2014-09-20')).toBe(false);
    expect(calendar.isSession('2020-04-10')).toBe(false);
    expect(calendar.isSession('2018-12-05')).toBe(false);
    expect(calendar.next('2018-12-04')).toBe('2018-12-06');
  });

  it('counts the windows of a release in sessions', () => {
    // The CPI of 2023-07-12: the session before, and 1, 5, 10 and 21 sessions after.
    expect(calendar.previous('2023-07-12')).toBe('2023-07-11');
    expect([1, 5, 10, 21].map((by) => calendar.shift('2023-07-12', by))).toEqual([
      '2023-07-13',
      '2023-07-19',
      '2023-07-26',
      '2023-08-10',
    ]);
  });

  it('answers for a day without a session from the sessions around it', () => {
    expect(calendar.sessionOnOrAfter('2020-04-10')).toBe('2020-04-13');
    expect(calendar.next('2020-04-11')).toBe('2020-04-13');
    expect(calendar.previous('2020-04-12')).toBe('2020-04-09');
    expect(calendar.sessionsBetween('2020-04-10', '2020-04-13')).toEqual(['2020-04-13']);
    expect(calendar.sessionsBetween('2020-04-10', '2020-04-12')).toEqual([]);
  });

  it('lets closes be used 15 minutes after the bell, and after an early one at 13:15', () => {
    expect(calendar.closesAt('2023-07-12')).toBe(newYorkInstant('2023-07-12', '16:00'));
    expect(calendar.usableAt('2023-07-12')).toBe(newYorkInstant('2023-07-12', '16:15'));
    expect(calendar.isEarlyClose('2023-11-24')).toBe(true);
    expect(calendar.closesAt('2023-11-24')).toBe(newYorkInstant('2023-11-24', '13:00'));
    expect(calendar.usableAt('2023-11-24')).toBe(newYorkInstant('2023-11-24', '13:15'));
  });

  it('has the day before as its last usable session at 08:35 of a release', () => {
    expect(calendar.lastUsable(Date.parse('2023-07-12T12:35Z'))).toBe('2023-07-11');
  });

  it('takes a session in at its usable instant and not a millisecond before', () => {
    fc.assert(
      fc.property(sessions, (session) => {
        const usableAt = calendar.usableAt(session);
        expect(calendar.lastUsable(usableAt)).toBe(session);
        expect(calendar.lastUsable(usableAt - 1)).toBe(calendar.previous(session));
      }),
    );
  });

  it('goes as many sessions forth as back', () => {
    fc.assert(
      fc.property(sessions, sessions, (one, other) => {
        expect(calendar.shift(one, calendar.distance(one, other))).toBe(other);
        expect(calendar.next(calendar.previous(one))).toBe(one);
        expect(calendar.distance(one, other)).toBe(0 - calendar.distance(other, one));
      }),
    );
  });

  it.each([
    ['a day before it', () => calendar.isSession('2013-12-31')],
    ['a day after it', () => calendar.sessionOnOrAfter('2024-01-02')],
    ['the session after its last', () => calendar.next('2023-12-29')],
    ['the session before its first', () => calendar.previous('2014-01-02')],
    ['a session too far away', () => calendar.shift('2023-12-29', 5)],
    ['an instant after it', () => calendar.lastUsable(Date.parse('2024-01-02T22:00Z'))],
    ['an instant before its first close', () => calendar.lastUsable(Date.parse('2014-01-02T15:00Z'))],
  ])('names its days instead of guessing %s', (_what, ask) => {
    expect(ask).toThrow(/outside the exchange calendar, which goes from 2014-01-01 to 2023-12-31/);
    expect(ask).toThrow(RangeError);
  });

  it('refuses to count from a day that is no session', () => {
    expect(() => calendar.shift('2020-04-10', 1)).toThrow('2020-04-10 is no session');
    expect(() => calendar.usableAt('2020-04-10')).toThrow('2020-04-10 is no session');
  });

  it('refuses facts that close the exchange early on a holiday', () => {
    const facts = { ...EXCHANGE_YEARS, earlyCloses: ['2020-04-10'] };
    expect(() => exchangeCalendar(facts)).toThrow('2020-04-10 is no session');
  });
});
