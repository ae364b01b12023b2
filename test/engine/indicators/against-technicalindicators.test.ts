import fc from 'fast-check';
import { EMA, MACD, RSI, SMA } from 'technicalindicators';
import { describe, expect, it } from 'vitest';
import { exponentialMovingAverage } from '#engine/indicators/exponential-moving-average.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';

/** Closes of a market that moves by up to 3 % a session. */
const markets = fc
  .array(fc.integer({ min: -300, max: 300 }), { minLength: 400, maxLength: 600 })
  .map((moves) => {
    let close = 1_000;
    return moves.map((move) => {
      close *= 1 + move / 10_000;
      return close;
    });
  });

/** The library answers without the warm-up. */
function expectSame(
  ours: readonly (number | undefined)[],
  theirs: readonly (number | undefined)[],
  digits: number,
): void {
  const known = ours.filter((value) => value !== undefined);
  expect(known).toHaveLength(theirs.length);
  known.forEach((value, place) => expect(value).toBeCloseTo(theirs[place] ?? Number.NaN, digits));
}

describe('our indicators, beside those of technicalindicators,', () => {
  it('are the same simple and exponential averages', () => {
    fc.assert(
      fc.property(markets, fc.integer({ min: 1, max: 60 }), (values, period) => {
        expectSame(simpleMovingAverage(values, period), SMA.calculate({ period, values }), 7);
        expectSame(exponentialMovingAverage(values, period), EMA.calculate({ period, values }), 7);
      }),
      { numRuns: 8 },
    );
  });

  it('are the same RSI, but for the two decimals that it rounds to', () => {
    fc.assert(
      fc.property(markets, (values) => {
        const theirs = RSI.calculate({ period: 14, values });
        const ours = relativeStrength(values, 14).filter((value) => value !== undefined);
        expect(ours).toHaveLength(theirs.length);
        ours.forEach((value, place) => {
          expect(Math.abs(value - (theirs[place] ?? Number.NaN))).toBeLessThanOrEqual(0.005 + 1e-9);
        });
      }),
      { numRuns: 8 },
    );
  });

  it('end with the same MACD, whose averages it seeds otherwise', () => {
    fc.assert(
      fc.property(markets, (values) => {
        const theirs = MACD.calculate({
          values,
          fastPeriod: 12,
          slowPeriod: 26,
          signalPeriod: 9,
          SimpleMAOscillator: false,
          SimpleMASignal: false,
        }).at(-1);
        const { line, histogram } = movingAverageConvergence(values, [12, 26, 9]);
        expect(line.at(-1)).toBeCloseTo(theirs?.MACD ?? Number.NaN, 6);
        expect(histogram.at(-1)).toBeCloseTo(theirs?.histogram ?? Number.NaN, 6);
      }),
      { numRuns: 8 },
    );
  });
});
