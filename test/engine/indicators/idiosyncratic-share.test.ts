import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idiosyncraticShare } from '#engine/indicators/idiosyncratic-share.ts';

const returns = fc.array(
  fc.integer({ min: -500, max: 500 }).map((value) => value / 10_000),
  { minLength: 12, maxLength: 40 },
);

describe('idiosyncraticShare', () => {
  it('is what a regression worked by hand leaves unexplained', () => {
    // x = 1..5, y = 2, 1, 4, 3, 5: correlation 0.8, so 1 − 0.64.
    expect(idiosyncraticShare([2, 1, 4, 3, 5], [1, 2, 3, 4, 5], 5)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      expect.closeTo(0.36, 12),
    ]);
  });

  it('lies between 0 and 1, has a value per session, and sees neither the future nor what lies before its window', () => {
    fc.assert(
      fc.property(returns, returns, fc.integer({ min: 0, max: 39 }), (y, x, cut) => {
        const length = Math.min(x.length, y.length);
        const [small, large] = [y.slice(0, length), x.slice(0, length)];
        const shares = idiosyncraticShare(small, large, 10);
        expect(shares).toHaveLength(length);
        expect(shares.every((share) => share === undefined || (share >= 0 && share <= 1))).toBe(true);
        expect(idiosyncraticShare(small.slice(0, cut), large.slice(0, cut), 10)).toEqual(
          shares.slice(0, cut),
        );
        expect(idiosyncraticShare(small.slice(-10), large.slice(-10), 10).at(-1)).toEqual(shares.at(-1));
      }),
    );
  });

  it('is the same whatever either return is multiplied by', () => {
    fc.assert(
      fc.property(returns, returns, (y, x) => {
        const [share] = idiosyncraticShare(y, x, 12).slice(11);
        const [scaled] = idiosyncraticShare(
          y.map((value) => -3 * value),
          x.map((value) => 2 * value + 0.01),
          12,
        ).slice(11);
        expect(scaled === undefined).toBe(share === undefined);
        expect(scaled ?? 0).toBeCloseTo(share ?? 0, 6);
      }),
    );
  });

  it('is 0 of a multiple, and not known with a gap, or where one never moved', () => {
    const large = [0.01, -0.02, 0.015, 0.003, -0.007];
    const multiple = large.map((value) => 1.3 * value);
    expect(idiosyncraticShare(multiple, large, 5).at(-1)).toBeCloseTo(0, 12);
    expect(idiosyncraticShare([...multiple, undefined], [...large, 0.01], 5).at(-1)).toBeUndefined();
    expect(idiosyncraticShare([...multiple.slice(1), undefined, 0.01], [...large, 0.01], 5)).toEqual(
      Array.from({ length: 6 }, () => undefined),
    );
    expect(idiosyncraticShare([0.1, 0.1, 0.1], [0.1, 0.2, 0.1], 3).at(-1)).toBeUndefined();
    expect(idiosyncraticShare([0.1, 0.2, 0.1], [0.1, 0.1, 0.1], 3).at(-1)).toBeUndefined();
  });
});
