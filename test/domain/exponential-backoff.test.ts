import { describe, expect, it } from 'vitest';
import { exponentialBackoff } from '#domain/exponential-backoff.ts';

describe('exponentialBackoff', () => {
  it('waits twice as long after each failure, and never longer than its longest wait', () => {
    const waits = [1, 2, 3, 4, 5].map((failures) =>
      exponentialBackoff(failures, { first: 1_000, longest: 6_000 }),
    );
    expect(waits).toEqual([1_000, 2_000, 4_000, 6_000, 6_000]);
  });

  it('goes on doubling where nothing limits it', () => {
    expect(exponentialBackoff(8, { first: 1_000 })).toBe(128_000);
  });
});
