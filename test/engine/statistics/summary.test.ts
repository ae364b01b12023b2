import { describe, expect, it } from 'vitest';
import { percentile } from '#engine/statistics/summary.ts';

describe('percentile', () => {
  it('is the nearest rank: a value that was measured, and none for no values', () => {
    // The textbook's list: 30th percentile 20, 40th 20, 50th 35, 100th 50 (Wikipedia, "Percentile").
    const values = [35, 15, 50, 20, 40];
    expect([0.3, 0.4, 0.5, 1].map((share) => percentile(values, share))).toEqual([20, 20, 35, 50]);
    expect(percentile([], 0.5)).toBeUndefined();
    expect(percentile([7], 0.95)).toBe(7);
  });
});
