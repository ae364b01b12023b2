import { describe, expect, it } from 'vitest';
import { shiftDay, shiftMonth } from '#calendar/calendar-day.ts';

describe('shiftDay', () => {
  it.each([
    ['2014-09-17', -1, '2014-09-16'],
    ['2020-02-28', 1, '2020-02-29'],
    ['2021-01-01', -1, '2020-12-31'],
    // Days of 23 and 25 hours in New York.
    ['2023-03-12', 1, '2023-03-13'],
    ['2023-11-05', 1, '2023-11-06'],
  ])('moves %s by %d to %s', (day, days, expected) => {
    expect(shiftDay(day, days)).toBe(expected);
  });

  it.each(['2023-02-30', '2023-13-01', '2023-2-1', '2023-02-01T00:00Z', ''])('refuses %s', (day) => {
    expect(() => shiftDay(day, 1)).toThrow(RangeError);
  });
});

describe('shiftMonth', () => {
  it.each([
    ['2025-01', -1, '2024-12'],
    ['2024-12', 1, '2025-01'],
    ['2024-07', -12, '2023-07'],
    ['2024-07', 0, '2024-07'],
  ])('%s and %d months is %s', (month, months, shifted) => {
    expect(shiftMonth(month, months)).toBe(shifted);
  });

  it('knows no thirteenth month', () => {
    expect(() => shiftMonth('2024-13', 1)).toThrow(RangeError);
  });
});
