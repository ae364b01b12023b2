import { describe, expect, it } from 'vitest';
import { betaSessions } from '#engine/valuation/beta-sessions.ts';
import { estimateBeta } from '#engine/valuation/estimate-beta.ts';
import { measuredGeometry } from '#engine/valuation/measured-geometry.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';

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
