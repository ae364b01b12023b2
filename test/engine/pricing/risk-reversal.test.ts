import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { black76 } from '#engine/pricing/black-76.ts';
import { riskReversal, type Smile, volatilityAtDelta } from '#engine/pricing/risk-reversal.ts';

/** Calls and puts every 25 points, with a volatility that depends on the strike. */
function smileOf(days: number, volatility: (strike: number) => number, forward = 5_000): Smile {
  const strikes = Array.from({ length: 121 }, (_, step) => 3_500 + 25 * step);
  const rights = ['call', 'put'] as const;
  const points = rights.flatMap((right) =>
    strikes.map((strike) => ({ right, strike, volatility: volatility(strike) })),
  );
  return { years: days / 365, forward, points };
}

describe('riskReversal', () => {
  it('is nothing where all strikes have one volatility, whatever it is', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.08, max: 0.6, noNaN: true }), (level) => {
        const found = riskReversal([smileOf(20, () => level), smileOf(50, () => level)]);
        expect(found?.riskReversal).toBeCloseTo(0, 12);
        expect(found?.call).toBeCloseTo(level, 12);
      }),
    );
  });

  it('is negative where puts cost more, as on SPX', () => {
    const skewed = (strike: number): number => 0.16 - (strike - 5_000) / 20_000;
    expect(riskReversal([smileOf(20, skewed), smileOf(50, skewed)])?.riskReversal).toBeLessThan(-0.01);
  });

  it('interpolates total variance between expirations, not volatility', () => {
    // 20 % at 15 days and 10 % at 60: variance (0.04·15 + (0.01·60 − 0.04·15)/3) / 30 = 0.02 at 30 days.
    const found = riskReversal([smileOf(60, () => 0.1), smileOf(15, () => 0.2)]);
    expect(found?.call).toBeCloseTo(Math.sqrt(0.02), 12);
  });

  it('takes an expiration at 30 days as it is', () => {
    expect(riskReversal([smileOf(30, () => 0.15)])?.put).toBeCloseTo(0.15, 12);
  });

  it('is unknown where nothing lies on both sides of 30 days, or no strike beyond 25 delta', () => {
    expect(riskReversal([smileOf(20, () => 0.15), smileOf(25, () => 0.15)])).toBeUndefined();
    const calls = smileOf(30, () => 0.15);
    const near = calls.points.filter(({ strike }) => Math.abs(strike - 5_000) < 60);
    expect(riskReversal([{ ...calls, points: near }])).toBeUndefined();
    expect(riskReversal([])).toBeUndefined();
    const unquoted = calls.points.map((point) => ({ ...point, volatility: 0 }));
    expect(riskReversal([{ ...calls, points: unquoted }])).toBeUndefined();
  });
});

describe('volatilityAtDelta', () => {
  it('finds the strike whose forward delta it is', () => {
    const smile = smileOf(30, (strike) => 0.16 - (strike - 5_000) / 20_000);
    const volatility = volatilityAtDelta(smile, 'call', 0.25) ?? Number.NaN;
    const strike = 5_000 + (0.16 - volatility) * 20_000;
    const { delta } = black76({
      right: 'call',
      forward: 5_000,
      strike,
      years: 30 / 365,
      rate: 0,
      volatility,
    });
    expect(delta).toBeCloseTo(0.25, 2);
  });
});
