import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import { yearsBetween } from '#engine/pricing/years-between.ts';

describe('yearsBetween', () => {
  it('counts 45 days of 24 hours as 45/365', () => {
    const asOf = Date.parse('2023-07-12T20:15:00Z');
    expect(yearsBetween(asOf, asOf + 45 * 86_400_000)).toBeCloseTo(0.1232876712328767, 15);
  });

  it('gives a leap year 366/365', () => {
    expect(yearsBetween(Date.parse('2024-01-01T00:00Z'), Date.parse('2025-01-01T00:00Z'))).toBe(366 / 365);
  });

  it('loses the hour that clocks in New York skip, and gains the one that they repeat', () => {
    const hours = (from: string, to: string): number =>
      yearsBetween(newYorkInstant(from, '16:00'), newYorkInstant(to, '16:00')) * 365 * 24;
    // 2023-03-12 and 2023-11-05, of 23 and 25 hours.
    expect(hours('2023-03-10', '2023-03-13')).toBeCloseTo(71, 10);
    expect(hours('2023-11-03', '2023-11-06')).toBeCloseTo(73, 10);
    expect(hours('2023-07-07', '2023-07-10')).toBeCloseTo(72, 10);
  });

  it('tells a second from the next', () => {
    const settles = newYorkInstant('2023-07-12', '16:00');
    expect(yearsBetween(settles - 1_000, settles)).toBeCloseTo(1 / 31_536_000, 18);
  });

  it('is 0 from expiry on', () => {
    expect(yearsBetween(1_000, 1_000)).toBe(0);
    expect(yearsBetween(1_001, 1_000)).toBe(0);
  });

  it.each([Number.NaN, Infinity])('refuses %d as an instant', (instant) => {
    expect(() => yearsBetween(instant, 0)).toThrow(RangeError);
    expect(() => yearsBetween(0, instant)).toThrow(RangeError);
  });
});
