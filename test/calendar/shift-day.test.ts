import { describe, expect, it } from 'vitest';
import { shiftDay } from '#calendar/shift-day.ts';

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

  it('refuses a day that no calendar has', () => {
    expect(() => shiftDay('2023-02-30', 1)).toThrow(RangeError);
  });
});
