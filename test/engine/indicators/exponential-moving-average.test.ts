import { describe, expect, it } from 'vitest';
import { exponentialMovingAverage } from '#engine/indicators/exponential-moving-average.ts';
import { describeIndicatorLaws } from '#test/support/engine/indicator-laws.ts';

describeIndicatorLaws('exponentialMovingAverage', (closes) => exponentialMovingAverage(closes, 10), {
  warmUp: 9,
  doubled: 'double',
});

describe('exponentialMovingAverage', () => {
  it('starts from the simple average and weighs each new value 2/(period + 1)', () => {
    // Reference: vector demo-ema10 of the project's worked examples.
    const values = [
      22.27, 22.19, 22.08, 22.17, 22.18, 22.13, 22.23, 22.43, 22.24, 22.29, 22.15, 22.39, 22.38,
    ];
    const expected = [22.221, 22.20809090909091, 22.241165289256198, 22.26640796393689];
    exponentialMovingAverage(values, 10)
      .slice(9)
      .forEach((value, place) => expect(value).toBeCloseTo(expected[place] ?? Number.NaN, 8));
  });
});
