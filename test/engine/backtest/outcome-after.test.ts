import { describe, expect, it } from 'vitest';
import { outcomeAfter } from '#engine/backtest/outcome-after.ts';

const paths = {
  sessions: ['2024-01-02', '2024-01-03', '2024-01-04', '2024-01-05', '2024-01-08'],
  placeOf: () => 0,
  rut: [100, 90, 99],
  spx: [100, 100, 110],
  vix: [15, 20, 18],
  future: [undefined, 1, 2, 4, 8],
  exposure: [],
  beta: [],
};

describe('outcomeAfter', () => {
  it('sums the moves of VIX futures from the session after the close on', () => {
    expect(outcomeAfter(paths, 'futures', 1, 2)).toBe(6);
    expect(outcomeAfter(paths, 'futures', 0, 1)).toBe(1);
  });

  it('has no sum where a move is missing, at the start or beyond the end', () => {
    expect(outcomeAfter({ ...paths, future: [0, undefined, 2] }, 'futures', 0, 2)).toBeUndefined();
    expect(outcomeAfter(paths, 'futures', 3, 2)).toBeUndefined();
  });

  it('measures indices from the close to the session so many later', () => {
    expect(outcomeAfter(paths, 'spx', 0, 2)).toBeCloseTo(10, 9);
    expect(outcomeAfter(paths, 'vix', 0, 1)).toBe(5);
    expect(outcomeAfter(paths, 'relative', 0, 2)).toBeCloseTo(100 * (Math.log(0.99) - Math.log(1.1)), 9);
    expect(outcomeAfter(paths, 'vix', 1, 2)).toBeUndefined();
  });
});
