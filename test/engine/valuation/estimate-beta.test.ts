import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { betaSessions, estimateBeta } from '#engine/valuation/estimate-beta.ts';
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

  it('has the least-squares slope of the changes about their means, and how much it explains', () => {
    const vix = [15, 16, 14, 18, 17, 15.5];
    const future = [17, 17.4, 16.9, 18.3, 18.2, 17.1];
    const sessions = vix.map((close, place) => ({ vix: close, future: future[place] ?? 0 }));
    const found = estimateBeta(30, sessions, geometry);
    // By hand: changes 1, −2, 4, −1, −1.5 and 0.4, −0.5, 1.4, −0.1, −1.1, with means of 0.1 and 0.02.
    expect(found.estimate).toBeCloseTo(0.3611570248, 9);
    expect(found.rSquared).toBeCloseTo(0.8797414707, 9);
  });

  it('explains a future that never moved whole, by a slope of 0', () => {
    const still = following(0, 130);
    expect(estimateBeta(30, still, geometry)).toMatchObject({ estimate: 0, rSquared: 1 });
  });

  it.each([
    [{ vix: 15, future: 17 }, 2],
    [{ future: 17 }, 0],
    [{ vix: 15 }, 0],
    [{}, 0],
  ])('counts no change to or from a session with %o', (middle, sessions) => {
    const ends = [{ vix: 14, future: 16 }, middle, { vix: 16, future: 17.5 }];
    expect(estimateBeta(30, ends, geometry).sessions).toBe(sessions);
  });
});

describe('betaSessions', () => {
  const near = { expiry: '2014-09-17', days: 20, price: 14 };
  const far = { expiry: '2014-10-22', days: 50, price: 16 };
  const last = { expiry: '2014-11-19', days: 80, price: 17 };

  it('holds a future of so many days on the line between the two around it', () => {
    expect(betaSessions([{ vix: 13, curve: [far, near] }], 35)).toEqual([{ vix: 13, future: 15 }]);
    expect(betaSessions([{ curve: [near, far] }], 20)).toEqual([{ future: 14 }]);
    expect(betaSessions([{ vix: 13, curve: [near, far] }], 60)).toEqual([{ vix: 13 }]);
    expect(betaSessions([{ vix: 13, curve: [] }], 30)).toEqual([{ vix: 13 }]);
  });

  it('calls a session a roll whose two futures are others than the day before’s, in whatever order they come', () => {
    const later = (points: readonly (typeof near)[], sessions: number) =>
      points.map((point) => ({ ...point, days: point.days - sessions })).toReversed();
    const curve = [near, far, last];
    const rolls = betaSessions(
      [0, 1, 2, 3].map((sessions) => ({ vix: 13, curve: later(curve, sessions) })),
      // Two sessions later the second future has exactly 48 days, and is the nearer one from then on.
      48,
    ).map(({ isRoll = false }) => isRoll);
    expect(rolls).toEqual([false, false, true, false]);
  });

  it('finds no roll where the order alone has changed', () => {
    const curves = [
      [near, far, last],
      [last, near, far],
    ];
    expect(
      betaSessions(
        curves.map((curve) => ({ vix: 13, curve })),
        35,
      ).some(({ isRoll }) => isRoll),
    ).toBe(false);
  });
});
