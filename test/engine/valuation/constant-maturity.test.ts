import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { constantMaturity } from '#engine/valuation/constant-maturity.ts';

const curve = [
  { days: 51, price: 20 },
  { days: 16, price: 18 },
];

describe('constantMaturity', () => {
  it('lies on the line between the two futures around it', () => {
    // (18 × (51 − 30) + 20 × (30 − 16)) / 35
    expect(constantMaturity(curve, 30)).toBeCloseTo(18.8, 12);
  });

  it('is the future itself on its own day', () => {
    expect(constantMaturity(curve, 16)).toBe(18);
    expect(constantMaturity(curve, 51)).toBe(20);
  });

  it('is not drawn on beyond the ends of the curve', () => {
    expect(constantMaturity(curve, 15)).toBeUndefined();
    expect(constantMaturity(curve, 52)).toBeUndefined();
    expect(constantMaturity([], 30)).toBeUndefined();
  });

  it('stays between its neighbours', () => {
    fc.assert(
      fc.property(fc.double({ min: 16, max: 51, noNaN: true }), (days) => {
        const price = constantMaturity(curve, days) ?? Number.NaN;
        expect(price).toBeGreaterThanOrEqual(18 - 1e-9);
        expect(price).toBeLessThanOrEqual(20 + 1e-9);
      }),
    );
  });
});
