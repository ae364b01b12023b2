import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import {
  expirationCycle,
  expirationsBetween,
  isExpirationKnown,
  nearestExpirations,
} from '#calendar/listed-expiration.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import { spxMonthlyExpiration } from '#calendar/monthly-expiration.ts';
import type { ListedProduct } from '#domain/book/mark.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const calendar = exchangeCalendar(exchangeFacts);
const product = fc.constantFrom<ListedProduct>(
  'VIX options',
  'VIX futures',
  'SPX AM options',
  'SPX PM options',
);
const days = fc.integer({ min: 0, max: 5_000 }).map((count) => shiftDay('2014-01-01', count));

describe('expirationCycle', () => {
  it.each([
    ['VIX options', '2023-07-19', 'monthly'],
    ['VIX options', '2023-07-12', 'weekly'],
    ['VIX options', '2023-07-21', undefined],
    ['VIX options', '2014-09-24', undefined],
    ['VIX options', '2015-10-14', 'weekly'],
    ['VIX futures', '2015-07-29', 'weekly'],
    ['VIX options', '2026-05-19', 'monthly'],
    ['VIX options', '2026-05-20', undefined],
    ['VIX futures', '2026-05-19', 'monthly'],
    ['SPX AM options', '2023-07-21', 'monthly'],
    ['SPX AM options', '2023-07-14', undefined],
    ['SPX AM options', '2014-04-17', 'monthly'],
    ['SPX PM options', '2023-07-21', 'daily'],
    ['SPX PM options', '2023-07-22', undefined],
    ['SPX PM options', '2025-01-09', undefined],
  ] as const)('%s on %s: %s', (what, day, cycle) => {
    expect(expirationCycle(what, day, calendar)).toBe(cycle);
  });

  it('never has a VIX option expire on a Thursday, a Friday or a weekend', () => {
    fc.assert(
      fc.property(days, (day) => {
        fc.pre([0, 4, 5, 6].includes(new Date(day).getUTCDay()));
        expect(expirationCycle('VIX options', day, calendar)).toBeUndefined();
      }),
    );
  });

  it('has one VIX expiration a week, twelve of them monthly', () => {
    const of = (cycle?: 'monthly') =>
      expirationsBetween('VIX options', ['2026-01-05', '2027-01-03'], calendar, cycle);
    expect(of()).toHaveLength(52);
    expect(of('monthly')).toHaveLength(12);
  });
});

describe('spxMonthlyExpiration', () => {
  it.each([
    ['2023-07', '2023-07-21'],
    ['2014-04', '2014-04-17'],
    ['2019-04', '2019-04-18'],
    ['2025-04', '2025-04-17'],
    ['2026-06', '2026-06-18'],
  ])('of %s is %s', (month, expiry) => {
    // Third Fridays; the Thursdays before Good Friday and before Juneteenth 2026.
    expect(spxMonthlyExpiration(month, calendar)).toBe(expiry);
  });
});

describe('nearestExpirations', () => {
  it('answers a Friday with the Wednesdays around it', () => {
    expect(nearestExpirations('VIX options', '2023-07-14', calendar)).toEqual(['2023-07-12', '2023-07-19']);
  });

  it('answers 2026-05-20 with the Tuesday before', () => {
    expect(nearestExpirations('VIX options', '2026-05-20', calendar)).toEqual(['2026-05-19', '2026-05-27']);
  });

  it('answers a Friday of another week with the third Fridays around it', () => {
    expect(nearestExpirations('SPX AM options', '2023-07-14', calendar)).toEqual([
      '2023-06-16',
      '2023-07-21',
    ]);
  });

  it('gives what it knows at the end of the calendar, and nothing far beyond it', () => {
    expect(nearestExpirations('VIX options', '2028-12-08', calendar)).toEqual(['2028-11-29']);
    expect(nearestExpirations('VIX options', '2040-01-06', calendar)).toEqual([]);
    expect(isExpirationKnown('VIX options', '2028-12-20', calendar)).toBe(false);
    expect(isExpirationKnown('SPX PM options', '2028-12-20', calendar)).toBe(true);
  });

  it('names expirations on both sides of any day, with none between', () => {
    fc.assert(
      fc.property(product, days, (what, day) => {
        const [before = '', after = ''] = nearestExpirations(what, day, calendar);
        expect(before < day && day < after).toBe(true);
        const between = expirationsBetween(what, [before, after], calendar).filter((one) => one !== day);
        expect(between).toEqual([before, after]);
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});
