import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestRemainder } from '#engine/plan/largest-remainder.ts';

const weights = fc
  .array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 6 })
  .filter((all) => all.some((weight) => weight > 0));
const total = fc.integer({ min: 0, max: 5000 });

describe('largestRemainder', () => {
  it('splits 31 contracts 4/4/2 into 13/12/6', () => {
    // Reference: vector demo-largest-remainder of the project's worked examples.
    expect(largestRemainder([4, 4, 2], 31)).toEqual([13, 12, 6]);
  });

  it('gives a contract that two layers have the same claim to to the nearer expiration', () => {
    expect(largestRemainder([4, 4, 2], 1)).toEqual([1, 0, 0]);
    expect(largestRemainder([1, 1], 3)).toEqual([2, 1]);
  });

  it('adds up, and strays from no quota by a whole contract', () => {
    fc.assert(
      fc.property(weights, total, (shares, count) => {
        const split = largestRemainder(shares, count);
        const sum = shares.reduce((all, share) => all + share, 0);
        expect(split.reduce((all, part) => all + part, 0)).toBe(count);
        split.forEach((part, place) => {
          expect(Number.isInteger(part)).toBe(true);
          expect(Math.abs(part - (count * (shares[place] ?? 0)) / sum)).toBeLessThan(1);
        });
      }),
    );
  });

  it('does not care whether weights are 4/4/2 or 40/40/20', () => {
    fc.assert(
      fc.property(weights, total, fc.integer({ min: 2, max: 50 }), (shares, count, factor) => {
        const scaled = shares.map((share) => share * factor);
        expect(largestRemainder(scaled, count)).toEqual(largestRemainder(shares, count));
      }),
    );
  });
});
