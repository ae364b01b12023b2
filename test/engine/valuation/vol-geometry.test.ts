import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';

const days = fc.double({ min: 0, max: 1000, noNaN: true });
const power = fc.double({ min: 0, max: 0.95, noNaN: true });

describe('volGeometry', () => {
  it.each([
    [0, 1],
    [7, 0.63],
    [15, 0.52],
    [30, 0.41],
    [60, 0.32],
    [90, 0.27],
    [110, 0.25],
    [150, 0.21],
    [220, 0.18],
  ])('has a future with %d days left move by %d of the VIX', (left, beta) => {
    // Reference: the table of β in the project's formulas, two decimals.
    expect(volGeometry().beta(left)).toBeCloseTo(beta, 2);
  });

  it('agrees with the worked example to its last digit', () => {
    // Reference: vector demo-vxbeta of the project's worked examples.
    expect(volGeometry().beta(45)).toBeCloseTo(0.3563939586926007, 12);
  });

  it('weights 45-day options by root time', () => {
    expect(volGeometry().weight(45)).toBeCloseTo(Math.sqrt(30 / 45), 12);
    expect(volGeometry().weight(30)).toBe(1);
  });

  it('weights the last week like its first day', () => {
    expect(volGeometry().weight(0)).toBe(volGeometry().weight(7));
  });

  it('moves everything alike at power 0', () => {
    fc.assert(
      fc.property(days, (left) => {
        expect(volGeometry(0).weight(left)).toBe(1);
        expect(volGeometry(0).beta(left)).toBeCloseTo(1, 9);
      }),
    );
  });

  it('moves longer terms less, never by more than the VIX and never against it', () => {
    fc.assert(
      fc.property(days, days, power, (first, second, exponent) => {
        const { beta, weight } = volGeometry(exponent);
        const [nearer, farther] = first < second ? [first, second] : [second, first];
        expect(beta(farther)).toBeLessThanOrEqual(beta(nearer) + 1e-9);
        expect(weight(farther)).toBeLessThanOrEqual(weight(nearer));
        expect(beta(nearer)).toBeLessThanOrEqual(1 + 1e-9);
        expect(beta(farther)).toBeGreaterThan(0);
      }),
    );
  });

  it('uses a measured beta where there is one', () => {
    const geometry = volGeometry(0.5, (left) => (left < 60 ? 0.5 : undefined));
    expect(geometry.beta(30)).toBe(0.5);
    expect(geometry.beta(90)).toBe(volGeometry().beta(90));
  });
});
