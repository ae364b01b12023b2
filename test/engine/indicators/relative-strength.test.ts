import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { describeIndicatorLaws, someCloses } from '#test/support/engine/indicator-laws.ts';

describeIndicatorLaws('relativeStrength', (closes) => relativeStrength(closes, 14), {
  warmUp: 14,
  doubled: 'same',
});

describe('relativeStrength', () => {
  it("equals Wilder's index on the closes that every textbook shows", () => {
    // Reference: vector demo-rsi14 of the project's worked examples (StockCharts' closes, computed independently).
    const closes = [
      44.34, 44.09, 44.15, 43.61, 44.33, 44.83, 45.1, 45.42, 45.84, 46.08, 45.89, 46.03, 45.61, 46.28, 46.28,
      46.0, 46.03, 46.41, 46.22, 45.64,
    ];
    const expected = [
      70.46413502109705, 66.24961855355507, 66.48094183471265, 69.34685316290866, 66.29471265892624,
      57.91502067008556,
    ];
    relativeStrength(closes, 14)
      .slice(14)
      .forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 8));
  });

  it('calls a market that does not move neutral, neither 0 nor 100', () => {
    expect(
      relativeStrength(
        Array.from({ length: 20 }, () => 1100),
        14,
      ).at(-1),
    ).toBe(50);
  });

  it('is 100 when every change is a gain and 0 when every change is a loss', () => {
    const rising = Array.from({ length: 20 }, (_, day) => 100 + day);
    expect(relativeStrength(rising, 14).at(-1)).toBe(100);
    expect(relativeStrength(rising.toReversed(), 14).at(-1)).toBe(0);
  });

  it('is not rounded: 35.004 is not the 35 that counts', () => {
    const values = relativeStrength([1, 2, 1.49, 2.21, 1.4], 2).slice(2);
    expect(values.some((value) => value !== undefined && Math.round(value * 100) / 100 !== value)).toBe(true);
  });

  it('mirrors around 50 when gains and losses change places', () => {
    fc.assert(
      fc.property(someCloses(16), (closes) => {
        const mirrored = closes.map((close) => 10_000 - close);
        const values = relativeStrength(closes, 14);
        relativeStrength(mirrored, 14).forEach((value, index) => {
          const other = values[index];
          if (value !== undefined && other !== undefined) {
            expect(value + other).toBeCloseTo(100, 6);
          }
        });
      }),
    );
  });

  it('refuses a period that is no whole number of at least 1', () => {
    expect(() => relativeStrength([1, 2], 0)).toThrow(RangeError);
    expect(() => relativeStrength([1, 2], 2.5)).toThrow(RangeError);
  });
});
