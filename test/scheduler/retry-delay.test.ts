import { describe, expect, it } from 'vitest';
import { NoLiveSources, SourceChanged, SourceUnavailable, StoreUnusable } from '#domain/problem.ts';
import { retryDelay } from '#scheduler/retry-delay.ts';

describe('retryDelay', () => {
  it('doubles from two seconds to five minutes', () => {
    const delays = [1, 2, 3, 8, 9, 100].map((failures) => retryDelay(new Error('bug'), failures));
    expect(delays).toEqual([2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
    expect(retryDelay(new SourceUnavailable('bls'), 1)).toBe(2_000);
    expect(retryDelay(new StoreUnusable('steward.sqlite', 'full'), 1)).toBe(2_000);
  });

  it('waits an hour where trying again does not help by itself', () => {
    expect(retryDelay(new SourceChanged('bls', 'no field'), 1)).toBe(3_600_000);
    expect(retryDelay(new NoLiveSources(), 5)).toBe(3_600_000);
  });
});
