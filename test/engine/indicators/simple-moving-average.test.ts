import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { describeIndicatorLaws, someCloses } from '#test/support/engine/indicator-laws.ts';

describeIndicatorLaws('simpleMovingAverage', (closes) => simpleMovingAverage(closes, 20), {
  warmUp: 19,
  doubled: 'double',
});

describe('simpleMovingAverage', () => {
  it('is the mean of the last values, this one included', () => {
    expect(simpleMovingAverage([1, 2, 3, 7], 3)).toEqual([undefined, undefined, 2, 4]);
  });

  it('stays between the lowest and the highest value of its window', () => {
    fc.assert(
      fc.property(someCloses(25), (closes) => {
        simpleMovingAverage(closes, 20).forEach((value, index) => {
          if (value !== undefined) {
            const window = closes.slice(index - 19, index + 1);
            expect(value).toBeGreaterThanOrEqual(Math.min(...window) - 1e-6);
            expect(value).toBeLessThanOrEqual(Math.max(...window) + 1e-6);
          }
        });
      }),
    );
  });
});
