import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateBeta } from '#engine/valuation/estimate-beta.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';

const geometry = volGeometry();

/** Closes of a VIX that goes up and down, and of a future that follows it by a slope. */
const following = (slope: number, changes: number) =>
  Array.from({ length: changes + 1 }, (_, place) => {
    const vix = 18 + Math.sin(place) * 3;
    return { vix, future: 20 + slope * vix };
  });

describe('estimateBeta', () => {
  it('finds the slope of a future that follows the VIX exactly', () => {
    const found = estimateBeta(30, following(0.6, 200), geometry);
    expect(found.estimate).toBeCloseTo(0.6, 9);
    expect(found.rSquared).toBeCloseTo(1, 9);
    expect(found.sessions).toBe(200);
  });

  it('blends half prior and half slope from 120 changes on', () => {
    const prior = geometry.beta(30);
    expect(estimateBeta(30, following(0.6, 120), geometry).beta).toBeCloseTo((prior + 0.6) / 2, 9);
    expect(estimateBeta(30, following(0.6, 119), geometry).beta).toBe(prior);
  });

  it('looks back on 252 changes and no more', () => {
    const old = following(-5, 300);
    expect(estimateBeta(30, [...old, ...following(0.6, 252)], geometry)).toMatchObject({ sessions: 252 });
    expect(estimateBeta(30, [...old, ...following(0.6, 252)], geometry).estimate).toBeCloseTo(0.6, 9);
  });

  it('leaves out days on which the curve rolls, and changes with an unknown end', () => {
    const sessions = following(0.6, 130).map((session, place) => {
      if (place === 50) {
        return { ...session, future: session.future + 100 };
      }
      return place === 51 ? {} : session;
    });
    const rolled = sessions.map((session, place) => (place === 50 ? { ...session, isRoll: true } : session));
    expect(estimateBeta(30, rolled, geometry)).toMatchObject({ sessions: 127 });
    expect(estimateBeta(30, rolled, geometry).estimate).toBeCloseTo(0.6, 9);
  });

  it('keeps the prior where the VIX never moved', () => {
    const still = Array.from({ length: 200 }, () => ({ vix: 15, future: 17 }));
    expect(estimateBeta(30, still, geometry)).toEqual({
      days: 30,
      prior: geometry.beta(30),
      sessions: 199,
      beta: geometry.beta(30),
    });
  });

  it('is never below 0 and never above 1.2', () => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (slope) => {
        const { beta } = estimateBeta(30, following(slope, 150), geometry);
        expect(beta).toBeGreaterThanOrEqual(0);
        expect(beta).toBeLessThanOrEqual(1.2);
      }),
    );
  });
});
