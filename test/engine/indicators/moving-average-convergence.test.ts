import { describe, expect, it } from 'vitest';
import type { Series } from '#domain/market/session.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { describeIndicatorLaws } from '#test/support/engine/indicator-laws.ts';

describeIndicatorLaws(
  'the MACD histogram',
  (closes) => movingAverageConvergence(closes, [12, 26, 9]).histogram,
  { warmUp: 33, doubled: 'double' },
);

describeIndicatorLaws('the MACD line', (closes) => movingAverageConvergence(closes, [12, 26, 9]).line, {
  warmUp: 33,
  doubled: 'double',
});

/** Vector demo-macd of the project's worked examples: closes, and what TA-Lib's seeding makes of them. */
const CLOSES = [
  100.0, 101.63, 103.18, 104.54, 105.65, 106.44, 106.88, 106.95, 106.66, 106.02, 105.09, 103.94, 102.65,
  101.3, 100.0, 98.82, 97.86, 97.18, 96.83, 96.85, 97.25, 98.0, 99.07, 100.4, 101.92, 103.55, 105.19, 106.75,
  108.14, 109.29, 110.13, 110.62, 110.74, 110.49, 109.89, 109.0, 107.87, 106.59, 105.25, 103.93, 102.74,
  101.74, 101.02, 100.63, 100.6,
];
const TALIB = {
  line: [
    1.5116900750682873, 1.649226135055656, 1.6671905565835914, 1.5721234730902864, 1.3776165162440748,
    1.1026311054244644, 0.7693219532960001, 0.40448632751675007, 0.03426483919949419, -0.31362111135334203,
    -0.6137184103750428, -0.8442365972396288,
  ],
  signal: [
    -0.3858799912175799, 0.021141234037067358, 0.3503510985463722, 0.5947055734551551, 0.751287762012939,
    0.8215564306952441, 0.8111095352153953, 0.7297848936756662, 0.5906808827804318, 0.4098204839536771,
    0.2051127050879331, -0.004757155377579286,
  ],
  histogram: [
    1.8975700662858672, 1.6280849010185887, 1.3168394580372191, 0.9774178996351314, 0.6263287542311358,
    0.2810746747292203, -0.041787581919395245, -0.32529856615891617, -0.5564160435809377, -0.7234415953070191,
    -0.8188311154629759, -0.8394794418620496,
  ],
};

function expectSeries(actual: Series, expected: readonly number[]): void {
  expect(actual.slice(0, -expected.length).every((value) => value === undefined)).toBe(true);
  expected.forEach((value, place) => expect(actual.at(place - expected.length)).toBeCloseTo(value, 8));
}

describe('movingAverageConvergence', () => {
  it("equals TA-Lib's values from the first one on", () => {
    const { line, signal, histogram } = movingAverageConvergence(CLOSES, [12, 26, 9]);
    expectSeries(line, TALIB.line);
    expectSeries(signal, TALIB.signal);
    expectSeries(histogram, TALIB.histogram);
  });

  it('is zero throughout for a market that does not move', () => {
    const { histogram } = movingAverageConvergence(
      Array.from({ length: 60 }, () => 1982.77),
      [12, 26, 9],
    );
    expect(histogram.slice(33).every((value) => value !== undefined && Math.abs(value) < 1e-9)).toBe(true);
  });

  it('has no value while the history is shorter than the slow average', () => {
    const { line, signal, histogram } = movingAverageConvergence(CLOSES.slice(0, 10), [12, 26, 9]);
    expect([...line, ...signal, ...histogram].every((value) => value === undefined)).toBe(true);
  });
});
