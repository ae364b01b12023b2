import { describe, expect, it } from 'vitest';
import { dayZero } from '#calendar/known-at.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);

describe('dayZero', () => {
  it('is the session of the release', () => {
    expect(dayZero(newYorkInstant('2014-09-17', '08:30'), calendar)).toBe('2014-09-17');
  });

  it('is the next session when markets are closed on the day of the release', () => {
    // CPI for March 2020 came out on Good Friday.
    expect(dayZero(newYorkInstant('2020-04-10', '08:30'), calendar)).toBe('2020-04-13');
  });
});
