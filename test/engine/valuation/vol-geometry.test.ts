import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredGeometry, volGeometry } from '#engine/valuation/vol-geometry.ts';
import { betaSessions, estimateBeta } from '#engine/valuation/estimate-beta.ts';

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

const base = volGeometry();
const estimate = (days: number, part: number) => ({
  days,
  prior: base.beta(days),
  sessions: 252,
  beta: part * base.beta(days),
});

describe('measuredGeometry', () => {
  it('is the geometry itself without an estimate', () => {
    expect(measuredGeometry(base, []).beta(45)).toBe(base.beta(45));
  });

  it('uses an estimate at its own days, and its part of the prior on both sides', () => {
    const { beta, weight } = measuredGeometry(base, [estimate(30, 1.2), estimate(90, 0.8)]);
    expect(beta(30)).toBeCloseTo(1.2 * base.beta(30), 12);
    expect(beta(60)).toBeCloseTo(base.beta(60), 12);
    expect(beta(200)).toBeCloseTo(0.8 * base.beta(200), 12);
    expect(beta(5)).toBeCloseTo(1.2 * base.beta(5), 12);
    expect(weight(45)).toBe(base.weight(45));
  });
});

describe('betaSessions', () => {
  /** Sixty closes of a VIX that swings, and two futures at a time that move by half of it. */
  const sessions = Array.from({ length: 60 }, (_, day) => {
    const vix = 18 + 2 * Math.sin(day);
    const futures = [20, 50, 80, 110].map((expires) => ({
      expiry: `day ${expires}`,
      days: expires - day,
      // Each contract has a level of its own, which a change from one to the other would count as movement.
      price: 15 + expires / 10 + 0.5 * vix,
    }));
    return { vix, curve: futures.filter(({ days }) => days > 0) };
  });

  it('leaves out the days on which the two futures around 30 days change', () => {
    const rolls = betaSessions(sessions, 30).flatMap(({ isRoll }, day) => (isRoll ? [day] : []));
    expect(rolls).toEqual([20, 50]);
  });

  it('finds how the future moves with the VIX from what is left', () => {
    const found = estimateBeta(30, betaSessions(sessions, 30), base);
    // 59 changes, two of them rolls; before the first settlement none is nearer than 30 days.
    expect(found.sessions).toBeGreaterThan(50);
    expect(found.estimate).toBeCloseTo(0.5, 1);
  });
});
