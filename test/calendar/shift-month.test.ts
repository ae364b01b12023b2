import { describe, expect, it } from 'vitest';
import { shiftMonth } from '#calendar/shift-month.ts';

describe('shiftMonth', () => {
  it.each([
    ['2025-01', -1, '2024-12'],
    ['2024-12', 1, '2025-01'],
    ['2024-07', -12, '2023-07'],
    ['2024-07', 0, '2024-07'],
  ])('%s and %d months is %s', (month, months, shifted) => {
    expect(shiftMonth(month, months)).toBe(shifted);
  });

  it('knows no thirteenth month', () => {
    expect(() => shiftMonth('2024-13', 1)).toThrow(RangeError);
  });
});
