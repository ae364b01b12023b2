import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { black76 } from '#engine/pricing/black-76.ts';
import {
  indexVolatility,
  modelFuture,
  termVolatility,
  vixOptionVolatility,
} from '#engine/valuation/model-marks.ts';

/** 2014-09-23, Cboe's closes. */
const LEVELS = { vix9d: 15.6, vix: 14.93, vix3m: 16.07 };

describe('termVolatility', () => {
  it.each([
    [9, 0.156],
    [30, 0.1493],
    [93, 0.1607],
    [1, 0.156],
    [365, 0.1607],
  ])('of %d days is what the index of that term says, and flat outside of them', (days, volatility) => {
    expect(termVolatility(LEVELS, days)).toBeCloseTo(volatility, 12);
  });

  it('puts total variance on a line in between', () => {
    // (30 × 0.1493² + 93 × 0.1607²) / 2 over the 61.5 days half-way.
    expect(termVolatility(LEVELS, 61.5)).toBeCloseTo(Math.sqrt(1.535_196_135 / 61.5), 9);
  });

  it('does without an index that was not recorded', () => {
    expect(termVolatility({ vix: 20 }, 9)).toBeCloseTo(0.2, 12);
    expect(termVolatility({ vix: 20, vix1y: 24 }, 400)).toBeCloseTo(0.24, 12);
  });
});

describe('indexVolatility', () => {
  it('is 0.85 of the term at the forward, higher below it and lower above', () => {
    const at = (strike: number) => indexVolatility(LEVELS, { strike, forward: 2_000, days: 30 });
    expect(at(2_000)).toBeCloseTo(0.85 * 0.1493, 12);
    expect(at(1_900)).toBeGreaterThan(at(2_000));
    expect(at(2_060)).toBeLessThan(at(2_000));
  });

  it('is the smile of the rule one deviation below: 1 + 0.17 + 0.025', () => {
    const deviation = 0.85 * 0.1493 * Math.sqrt(30 / 365);
    const strike = 2_000 * Math.exp(-deviation);
    expect(indexVolatility(LEVELS, { strike, forward: 2_000, days: 30 })).toBeCloseTo(
      0.85 * 0.1493 * 1.195,
      9,
    );
  });

  it('rises no further beyond 3.5 deviations and falls no further above 2.5', () => {
    const at = (strike: number) => indexVolatility(LEVELS, { strike, forward: 2_000, days: 30 });
    expect(at(1_000)).toBe(at(200));
    expect(at(4_000)).toBe(at(20_000));
  });

  it('is a positive number for any strike and term', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 1, max: 1e5, noNaN: true }),
        fc.double({ min: 0.001, max: 1_000, noNaN: true }),
        (strike, days) => {
          const volatility = indexVolatility(LEVELS, { strike, forward: 2_000, days });
          return volatility > 0.03 && volatility < 0.6;
        },
      ),
    );
  });
});

describe('VIX calls of 2014-09-23 by the model', () => {
  const asOf = Date.UTC(2014, 8, 23, 20, 15);
  // Strike, VX settlement, the morning it settles, and the price of the worked card in methodology §10.
  it.each([
    [16, 15.4, Date.UTC(2014, 9, 22, 13, 30), 1.34],
    [18, 16.85, Date.UTC(2015, 0, 21, 14, 30), 2.04],
    [20, 18.0, Date.UTC(2015, 3, 15, 13, 30), 2.29],
  ])('the %d call on a future at %d costs what the worked card says', (strike, forward, settlesAt, price) => {
    const days = (settlesAt - asOf) / 86_400_000;
    const volatility = vixOptionVolatility(91.9, days);
    const option = { right: 'call', strike, forward, years: days / 365, rate: 0, volatility } as const;
    expect(black76(option).price).toBeCloseTo(price, 1);
    expect(Math.abs(black76(option).price - price)).toBeLessThan(0.01);
  });
});

describe('vixOptionVolatility', () => {
  it('is the VVIX at 30 days, and stops rising at seven', () => {
    expect(vixOptionVolatility(91.9, 30)).toBeCloseTo(0.919, 12);
    expect(vixOptionVolatility(91.9, 7)).toBe(vixOptionVolatility(91.9, 1));
    expect(vixOptionVolatility(100, 480)).toBeCloseTo(0.5, 12);
  });
});

describe('modelFuture', () => {
  const settlements = [
    { days: 29, price: 15.4 },
    { days: 57, price: 15.9 },
  ];

  it('is the settlement on its day, on the line from the VIX before the first, and the last beyond it', () => {
    expect(modelFuture(LEVELS, 29, settlements)).toBe(15.4);
    expect(modelFuture(LEVELS, 0, settlements)).toBe(14.93);
    expect(modelFuture(LEVELS, 14.5, settlements)).toBeCloseTo((14.93 + 15.4) / 2, 12);
    expect(modelFuture(LEVELS, 200, settlements)).toBe(15.9);
  });

  it('is the VIX itself on a flat curve without settlements', () => {
    const flat = { vix9d: 20, vix: 20, vix3m: 20, vix6m: 20, vix1y: 20 };
    for (const days of [0, 5, 30, 77, 200, 365]) {
      expect(modelFuture(flat, days, [])).toBeCloseTo(20, 9);
    }
  });

  it('is half of the near volatility where the family is so inverted that no variance is left between', () => {
    // Total variance falls from 30 × 0.8² at 30 days to 93 × 0.2² at 93: nothing is left from 30 to 60.
    expect(modelFuture({ vix: 80, vix3m: 20 }, 30, [])).toBeCloseTo(40, 9);
  });

  it('is the forward variance of the family where nothing settled: 30 to 60 days from both', () => {
    const near = termVolatility(LEVELS, 30) ** 2 * 30;
    const far = termVolatility(LEVELS, 60) ** 2 * 60;
    expect(modelFuture(LEVELS, 30, [])).toBeCloseTo(100 * Math.sqrt((far - near) / 30), 9);
  });
});
