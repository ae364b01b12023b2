import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cumulativeNormal, normalDensity } from '#engine/pricing/normal-distribution.ts';
import { relativeGap } from '#test/support/engine/relative-gap.ts';

const deviations = fc.double({ min: -40, max: 40, noNaN: true });

describe('cumulativeNormal', () => {
  // mpmath 1.3.0, ncdf with 50 digits; −10 also R, pnorm(-10) = 7.619853024160526e-24.
  it.each([
    [-37.5, 4.605353009581955e-308],
    [-30, 4.906713927148187e-198],
    [-20, 2.7536241186062337e-89],
    [-10, 7.619853024160525e-24],
    [-5, 2.866515718791939e-7],
    [-1, 0.15865525393145705],
    [-0.5, 0.3085375387259869],
    [0, 0.5],
    [2.5, 0.9937903346742238],
  ])('leaves %d deviations all their digits', (at, expected) => {
    expect(relativeGap(cumulativeNormal(at), expected)).toBeLessThan(1e-15);
  });

  it('is still there at −38, among the smallest numbers that a double holds', () => {
    expect(relativeGap(cumulativeNormal(-38), 2.8854284e-316)).toBeLessThan(1e-7);
  });

  it('has the two-sided 95 % at 1.96 deviations', () => {
    // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1: 0.97500 at 1.96.
    expect(cumulativeNormal(1.96)).toBeCloseTo(0.975, 5);
  });

  it('adds up to 1 with its mirror image, and never falls', () => {
    fc.assert(
      fc.property(deviations, deviations, (first, second) => {
        expect(cumulativeNormal(first) + cumulativeNormal(-first)).toBeCloseTo(1, 15);
        const [low, high] = first < second ? [first, second] : [second, first];
        expect(cumulativeNormal(low)).toBeLessThanOrEqual(cumulativeNormal(high) * (1 + 1e-15));
      }),
    );
  });

  it('ends in certainty on both sides', () => {
    expect(cumulativeNormal(-Infinity)).toBe(0);
    expect(cumulativeNormal(Infinity)).toBe(1);
    expect(cumulativeNormal(-1e308)).toBe(0);
    expect(cumulativeNormal(Number.NaN)).toBeNaN();
  });
});

describe('normalDensity', () => {
  it.each([
    [0, 0.3989422804014327],
    [1, 0.24197072451914334],
    [-3.3, 0.0017225689390536812],
    [20, 5.520948362159764e-88],
  ])('equals the density at %d', (at, expected) => {
    // mpmath 1.3.0, npdf with 50 digits.
    expect(relativeGap(normalDensity(at), expected)).toBeLessThan(1e-14);
  });

  it('is the slope of the probability', () => {
    fc.assert(
      fc.property(fc.double({ min: -6, max: 6, noNaN: true }), (at) => {
        const slope = (cumulativeNormal(at + 1e-5) - cumulativeNormal(at - 1e-5)) / 2e-5;
        expect(slope).toBeCloseTo(normalDensity(at), 9);
      }),
    );
  });
});
