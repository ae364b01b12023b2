import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newYorkDay, newYorkInstant, newYorkTime } from '#calendar/new-york.ts';

const utc = (iso: string): number => Date.parse(`${iso}Z`);

/** What the host's own Intl says that clocks in New York show; another implementation than ours. */
const shown = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/New_York',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Whole minutes from 2007, when the United States last changed its rule, to 2027. */
const minutes = fc.integer({ min: utc('2007-01-01T00:00') / 60_000, max: utc('2027-12-31T00:00') / 60_000 });

describe('newYorkInstant', () => {
  it.each([
    // The CPI of 2023-03-14 (epoch 1678797000), two days after the clocks went forward.
    ['2023-03-14', '08:30', '2023-03-14T12:30'],
    ['2023-03-10', '08:30', '2023-03-10T13:30'],
    // The CPI of 2022-11-10, four days after the clocks went back.
    ['2022-11-10', '08:30', '2022-11-10T13:30'],
    ['2022-11-04', '08:30', '2022-11-04T12:30'],
    // Europe changes its clocks on other days: nothing moves here.
    ['2023-03-27', '16:15', '2023-03-27T20:15'],
  ])('puts %s %s at %s UTC', (day, time, expected) => {
    expect(newYorkInstant(day, time)).toBe(utc(expected));
  });

  it('takes the end of the gap for a time that clocks skip in spring', () => {
    expect(newYorkInstant('2023-03-12', '01:59')).toBe(utc('2023-03-12T06:59'));
    expect(newYorkInstant('2023-03-12', '02:00')).toBe(utc('2023-03-12T07:00'));
    expect(newYorkInstant('2023-03-12', '02:30')).toBe(utc('2023-03-12T07:00'));
    expect(newYorkInstant('2023-03-12', '03:00')).toBe(utc('2023-03-12T07:00'));
  });

  it('takes the first of two where clocks show a time twice in autumn', () => {
    expect(newYorkInstant('2023-11-05', '01:30')).toBe(utc('2023-11-05T05:30'));
    expect(newYorkInstant('2023-11-05', '02:00')).toBe(utc('2023-11-05T07:00'));
  });

  it('is never later than any instant that shows the same', () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = minute * 60_000;
        const found = newYorkInstant(newYorkDay(instant), newYorkTime(instant));
        expect([0, 3_600_000]).toContain(instant - found);
        expect(shown.format(found)).toBe(shown.format(instant));
      }),
    );
  });

  it.each([
    ['2023-02-29', '08:30'],
    ['2023-02-28', '24:30'],
    ['tomorrow', '08:30'],
  ])('refuses %s %s', (day, time) => {
    expect(() => newYorkInstant(day, time)).toThrow(RangeError);
  });
});

describe('newYorkDay and newYorkTime', () => {
  it('say what clocks in New York show, wherever the host is', () => {
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = minute * 60_000;
        expect(`${newYorkDay(instant)} ${newYorkTime(instant)}`).toBe(shown.format(instant));
      }),
    );
  });

  it('belong to the evening before when it is already tomorrow in UTC', () => {
    expect(newYorkDay(utc('2014-09-17T03:59'))).toBe('2014-09-16');
    expect(newYorkTime(utc('2014-09-17T03:59'))).toBe('23:59');
    expect(newYorkDay(utc('2014-09-17T04:00'))).toBe('2014-09-17');
  });
});
