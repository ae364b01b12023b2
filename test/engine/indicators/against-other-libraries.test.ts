import fc from 'fast-check';
import { macd, rsi, sma } from 'indicatorts';
import { EMA, MACD, RSI, SMA } from 'trading-signals';
import { describe, expect, it } from 'vitest';
import type { Series } from '#domain/market/session.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

/** Closes of a market that moves by up to 3 % a session, for long enough that no first close is remembered. */
const markets = fc
  .array(fc.integer({ min: -300, max: 300 }), { minLength: 500, maxLength: 600 })
  .map((moves) => {
    let close = 1_000;
    return moves.map((move) => {
      close *= 1 + move / 10_000;
      return close;
    });
  });

/** Sessions at the end that are compared where a library begins its averages otherwise. */
const COMPARED = 20;

function expectSameEnd(ours: Series, theirs: Series): void {
  expect(ours).toHaveLength(theirs.length);
  for (const place of Array.from({ length: COMPARED }, (_, back) => -1 - back)) {
    expect(ours.at(place)).toBeCloseTo(theirs.at(place) ?? Number.NaN, 6);
  }
}

describe('our indicators, judged by trading-signals and indicatorts,', () => {
  it('are the same simple averages', () => {
    fc.assert(
      fc.property(markets, fc.integer({ min: 2, max: 60 }), (values, period) => {
        const average = new SMA(period);
        const ours = simpleMovingAverage(values, period);
        values.forEach((value, place) => {
          const theirs = average.add(value);
          expect(ours[place] === undefined).toBe(theirs === null);
          expect(ours[place] ?? 0).toBeCloseTo(theirs ?? 0, 7);
        });
        expectSameEnd(ours, sma(values, { period }));
      }),
      { numRuns: propertyRuns(8) },
    );
  });

  it('end with the same RSI', () => {
    fc.assert(
      fc.property(markets, (values) => {
        const strength = new RSI(14);
        const ours = relativeStrength(values, 14);
        expectSameEnd(
          ours,
          values.map((value) => strength.add(value) ?? undefined),
        );
        expectSameEnd(ours, rsi(values, { period: 14 }));
      }),
      { numRuns: propertyRuns(8) },
    );
  });

  it('end with the same MACD', () => {
    fc.assert(
      fc.property(markets, (values) => {
        const convergence = new MACD(new EMA(12), new EMA(26), new EMA(9));
        const theirs = values.map((value) => convergence.add(value));
        const { line, signal, histogram } = movingAverageConvergence(values, [12, 26, 9]);
        expectSameEnd(
          histogram,
          theirs.map((result) => result?.histogram),
        );
        const { macdLine, signalLine } = macd(values, { fast: 12, slow: 26, signal: 9 });
        expectSameEnd(line, macdLine);
        expectSameEnd(signal, signalLine);
      }),
      { numRuns: propertyRuns(8) },
    );
  });
});

describe('an indicator', () => {
  const closes = Array.from({ length: 120 }, (_, day) => 1_000 + 40 * Math.sin(day / 3) + day);

  it.each([
    ['SMA', (values: Series) => simpleMovingAverage(values, 20)],
    ['RSI', (values: Series) => relativeStrength(values, 14)],
    ['MACD', (values: Series) => movingAverageConvergence(values, [12, 26, 9]).histogram],
  ])(
    '(%s) takes what is not finite for a missing close, and changes nothing that it is given',
    (_, indicator) => {
      for (const poison of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
        const bad = Object.freeze(closes.with(40, poison));
        expect(indicator(bad)).toEqual(indicator([...closes.slice(0, 40), undefined, ...closes.slice(41)]));
        expect(indicator(bad).at(-1)).toBeTypeOf('number');
      }
    },
  );
});
