import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  change,
  day,
  decimal,
  month,
  newYork,
  newYorkTime,
  percent,
  ratio,
  share,
  signed,
  stamp,
} from '#discord/message/format.ts';

describe('decimal', () => {
  it.each([
    [1126.456, 2, '1,126.46'],
    [1_234_567, 0, '1,234,567'],
    [0.000_421, 2, '0.00042'],
    [-0.004, 2, '−0.0040'],
    [-0, 2, '0.00'],
    [1e-12, 2, '0.00'],
    [-5, 0, '−5'],
  ])('writes %d with %d decimals as %s', (value, digits, written) => {
    expect(decimal(value, digits)).toBe(written);
  });

  it('marks what is no number as unknown', () => {
    expect(
      [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY].map((value) => decimal(value, 2)),
    ).toEqual(['?', '?', '?']);
  });

  it('never makes a zero of what is none, nor turns its sign', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), fc.nat(6), (value, digits) => {
        expect(decimal(value, digits)).toMatch(/[1-9]/);
        expect(decimal(-value, digits)).toBe(`−${decimal(value, digits)}`);
      }),
    );
  });
});

describe('what numbers look like', () => {
  it('has a sign, a unit and the decimals of a trader', () => {
    expect(signed(0.1, 1)).toBe('+0.1');
    expect(signed(0, 1)).toBe('0.0');
    expect(percent(-1.24)).toBe('−1.2 %');
    expect(share(0.617)).toBe('62 %');
    expect(ratio(0.6)).toBe('0.60');
    expect(ratio(0.725)).toBe('0.725');
  });

  it('gives published changes their own decimals: 0.3 %, 0.25 %', () => {
    expect([6, 5, -4, 0].map(change)).toEqual(['0.3 %', '0.25 %', '−0.2 %', '0.0 %']);
  });
});

describe('what times look like', () => {
  // 2014-09-23 20:15 UTC was 16:15 in New York, in summer time; 2014-12-17 21:15 UTC was 16:15 in winter time.
  it('is the exchange’s own time, in summer and in winter', () => {
    expect(newYork(Date.UTC(2014, 8, 23, 20, 15))).toBe('Tue 23 Sep 2014 16:15 ET');
    expect(newYorkTime(Date.UTC(2014, 11, 17, 21, 15))).toBe('16:15');
    expect(newYorkTime(Date.UTC(2014, 8, 24, 4, 5))).toBe('00:05');
  });

  it('lets Discord write instants in the zone of the reader', () => {
    expect(stamp(Date.UTC(2014, 8, 23, 20, 15))).toBe('<t:1411503300:f>');
  });

  it('keeps a session on its day wherever the bot runs', () => {
    expect(day('2014-09-23')).toBe('Tue 23 Sep');
    expect(month('2014-08')).toBe('Aug 2014');
    expect([day('soon'), month('')]).toEqual(['?', '?']);
  });
});
