import { describe, expect, it } from 'vitest';
import { retryAfter } from '#adapters/http/retry-after.ts';

const NOW = Date.UTC(2024, 6, 2, 12);

describe('retryAfter', () => {
  it.each([
    ['120', 120_000],
    ['0', 0],
    ['Tue, 02 Jul 2024 12:00:30 GMT', 30_000],
    ['Tue, 02 Jul 2024 11:00:00 GMT', 0],
    ['99999999', 86_400_000],
  ])('reads %s', (text, wait) => {
    expect(retryAfter(text, NOW)).toBe(wait);
  });

  it.each([null, '', 'soon', '-5 minutes or so'])('hears nothing in %s', (text) => {
    expect(retryAfter(text, NOW)).toBeUndefined();
  });
});
