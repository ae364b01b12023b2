import { describe, expect, it } from 'vitest';
import { retryPause } from '#adapters/http/retry-pause.ts';

const RETRIES = { attempts: 9, firstPause: 1_000, longestPause: 6_000 };

describe('retryPause', () => {
  it('is drawn from nothing up to twice as long after each failure, within a limit', () => {
    const longest = [1, 2, 3, 4, 5].map((failures) => retryPause(RETRIES, failures, 0.9999));
    expect(longest).toEqual([999, 1_999, 3_999, 5_999, 5_999]);
    expect(retryPause(RETRIES, 5, 0)).toBe(0);
  });
});
