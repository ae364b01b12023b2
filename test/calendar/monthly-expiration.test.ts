import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { lastTradingDay } from '#calendar/expiry-instants.ts';
import { vixExpirationOfWeek, vixMonthlyExpiration } from '#calendar/monthly-expiration.ts';
import { quantExamples } from '#test/support/engine/quant-examples.ts';

const calendar = exchangeCalendar(exchangeFacts);
const Month = z.object({ year: z.number(), month: z.number() });
const Expiry = z.object({ expiry: z.string(), lastTradingDay: z.string() });

const weekday = (day: string): number => new Date(day).getUTCDay();
const monthsOf = (year: number): readonly string[] =>
  Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, '0')}`);

describe('vixMonthlyExpiration', () => {
  it.each(quantExamples('vixExpiry').map((example) => [example.id, example] as const))(
    '%s: the worked example holds',
    (_, { inputs, expected }) => {
      const { year, month } = Month.parse(inputs);
      const expiry = vixMonthlyExpiration(`${year}-${String(month).padStart(2, '0')}`, calendar);
      const last = lastTradingDay('VIX options', expiry, calendar);
      expect({ expiry, lastTradingDay: last }).toEqual(Expiry.parse(expected));
    },
  );

  // Cboe's list of VIX options expirations of 2014 and 2015, "Wednesday, January 22, 2014" and so on, as public
  // calendars repeat it; March 2014 as Cboe corrected it for Good Friday, April 18 (vixandmore.blogspot.com,
  // "VIX March Futures and Options Expiration on Tuesday, Not Wednesday", 2014-03).
  it.each([
    ['2014', '01-22 02-19 03-18 04-16 05-21 06-18 07-16 08-20 09-17 10-22 11-19 12-17'],
    ['2015', '01-21 02-18 03-18 04-15 05-20 06-17 07-22 08-19 09-16 10-21 11-18 12-16'],
  ])('has the expirations that Cboe listed for %s', (year, days) => {
    expect(monthsOf(Number(year)).map((month) => vixMonthlyExpiration(month, calendar))).toEqual(
      days.split(' ').map((day) => `${year}-${day}`),
    );
  });

  it.each([
    // The third Friday a month later is Good Friday: vixandmore.blogspot.com, "VIX February Options Calendar Anomaly".
    ['2008-02', '2008-02-19'],
    ['2014-03', '2014-03-18'],
    ['2019-03', '2019-03-19'],
    ['2022-03', '2022-03-15'],
    ['2025-03', '2025-03-18'],
    // The Wednesday itself is Juneteenth.
    ['2024-06', '2024-06-18'],
    // The third Friday a month later is Juneteenth, or the Friday on which it is observed.
    ['2026-05', '2026-05-19'],
    ['2027-05', '2027-05-18'],
  ])('has a Tuesday in %s', (month, expiry) => {
    expect(vixMonthlyExpiration(month, calendar)).toBe(expiry);
    expect(weekday(expiry)).toBe(2);
  });

  it('is a Wednesday in every other month from 2005 to 2028', () => {
    const months = Array.from({ length: 24 }, (_, year) => monthsOf(2005 + year))
      .flat()
      .slice(0, -1);
    const tuesdays = months.filter((month) => weekday(vixMonthlyExpiration(month, calendar)) === 2);
    expect(tuesdays).toEqual([
      '2008-02',
      '2014-03',
      '2019-03',
      '2022-03',
      '2024-06',
      '2025-03',
      '2026-05',
      '2027-05',
    ]);
    const rest = months.filter((month) => !tuesdays.includes(month));
    expect(new Set(rest.map((month) => weekday(vixMonthlyExpiration(month, calendar))))).toEqual(
      new Set([3]),
    );
  });

  it('settled the contracts of May 2008 and January 2014 where the exchange’s own files end', () => {
    // CFE_F14_VX.csv ends with the settlement 12.36 of 01/22/2014.
    expect(vixMonthlyExpiration('2014-01', calendar)).toBe('2014-01-22');
    expect(vixMonthlyExpiration('2008-05', calendar)).toBe('2008-05-21');
  });

  it('does not guess what the calendar does not reach', () => {
    expect(() => vixMonthlyExpiration('2028-12', calendar)).toThrow(RangeError);
    expect(() => vixMonthlyExpiration('2014-13', calendar)).toThrow(RangeError);
  });
});

describe('vixExpirationOfWeek', () => {
  it.each([
    // The Friday 30 days later is Christmas: vixandmore.blogspot.com, "VIX Weekly Futures and Options Expire
    // Tomorrow (Tuesday)", 2015-11-23.
    ['2015-11-27', '2015-11-24'],
    // The Wednesday is Christmas, or New Year's Day.
    ['2024-12-23', '2024-12-24'],
    ['2025-01-01', '2024-12-31'],
    // The Friday 30 days later is the observed Independence Day.
    ['2026-06-03', '2026-06-02'],
    ['2023-07-10', '2023-07-12'],
    ['2023-07-16', '2023-07-12'],
  ])('of the week with %s is %s', (day, expiry) => {
    expect(vixExpirationOfWeek(day, calendar)).toBe(expiry);
  });

  it('is the monthly one in its week', () => {
    for (const month of monthsOf(2026)) {
      const expiry = vixMonthlyExpiration(month, calendar);
      expect(vixExpirationOfWeek(expiry, calendar)).toBe(expiry);
    }
  });
});
