import { MACD, RSI, SMA } from 'technicalindicators';
import type { Series } from '#domain/market/series.ts';
import { movingAverageConvergence } from '#engine/indicators/moving-average-convergence.ts';
import { relativeStrength } from '#engine/indicators/relative-strength.ts';
import { simpleMovingAverage } from '#engine/indicators/simple-moving-average.ts';
import { processorTime } from './duration.ts';
import type { Measurement, Row } from './measurement.ts';
import { versionOf } from './package-version.ts';
import { median } from './quantile.ts';
import { recordedCase } from './recorded-case.ts';

const ROUNDS = 200;
const RUNS = 7;
const AVERAGES = [20, 50, 200];
const STRENGTH = 14;
const FAST = 12;
const SLOW = 26;
const SMOOTHING = 9;

const MICROSECONDS = 1_000;
/** Padding to the sessions and looking for gaps included. */
const MOST_TIMES = 1;

/** Index points that binary fractions may leave in averages of prices. */
const NOISE = 1e-6;
/** The library rounds the RSI to two decimals. */
const ROUNDING = 0.005 + 1e-9;
/** Sessions that a chart shows. The averages of the MACD begin differently, and have met by then. */
const SHOWN = 120;

/** Our indicators beside technicalindicators as it comes, on the same closes: averages, RSI and MACD. */
export const indicators: Measurement = {
  name: 'indicators',
  async measure(say) {
    const { snapshot } = await recordedCase();
    const closes = snapshot.market.rut.closes.map(({ close }) => close);
    const times = { ours: new Array<number>(), theirs: new Array<number>() };
    say(`${ROUNDS} rounds on ${closes.length} closes, ${RUNS} times each, in turn`);
    for (let run = 0; run < RUNS; run += 1) {
      times.ours.push(processorTime(() => repeat(() => computeOurs(closes))));
      times.theirs.push(processorTime(() => repeat(() => computeTheirs(closes))));
    }
    const each = (all: readonly number[]): number => (median(all) / ROUNDS) * MICROSECONDS;
    const what = `SMA ${AVERAGES.join(', ')}, RSI and MACD of ${closes.length} closes (CPU)`;
    return [
      {
        what,
        ours: each(times.ours),
        unit: 'µs',
        bar: {
          kind: 'peer',
          name: `technicalindicators ${versionOf('technicalindicators')}`,
          measured: each(times.theirs),
          mostTimes: MOST_TIMES,
        },
      },
      ...differences(closes),
    ];
  },
};

function repeat(work: () => unknown): void {
  for (let round = 0; round < ROUNDS; round += 1) {
    work();
  }
}

function computeOurs(closes: readonly number[]) {
  return {
    averages: AVERAGES.map((period) => simpleMovingAverage(closes, period)),
    strength: relativeStrength(closes, STRENGTH),
    convergence: movingAverageConvergence(closes, [FAST, SLOW, SMOOTHING]).line,
  };
}

function computeTheirs(closes: readonly number[]) {
  const values = [...closes];
  const periods = { fastPeriod: FAST, slowPeriod: SLOW, signalPeriod: SMOOTHING };
  const kinds = { SimpleMAOscillator: false, SimpleMASignal: false };
  return {
    averages: AVERAGES.map((period) => SMA.calculate({ period, values })),
    strength: RSI.calculate({ period: STRENGTH, values }),
    convergence: MACD.calculate({ values, ...periods, ...kinds }).map(({ MACD: line }) => line),
  };
}

function differences(closes: readonly number[]): readonly Row[] {
  const ours = computeOurs(closes);
  const theirs = computeTheirs(closes);
  const averages = ours.averages.map((series, place) => largest(series, theirs.averages[place] ?? []));
  const row = (what: string, difference: number, most: number): Row => ({
    what: `largest difference from it, ${what}`,
    ours: difference,
    unit: 'difference',
    bar: { kind: 'limit', most },
  });
  return [
    row('SMA', Math.max(...averages), NOISE),
    row('RSI, which it rounds', largest(ours.strength, theirs.strength), ROUNDING),
    row(`MACD, last ${SHOWN} sessions`, largest(ours.convergence.slice(-SHOWN), theirs.convergence), NOISE),
  ];
}

/** Both end at the same session; the sessions at which only one of them has a value are left out. */
function largest(ours: Series, theirs: Series): number {
  const gaps = ours.map((value, index) => {
    const other = theirs[index + theirs.length - ours.length];
    return value === undefined || other === undefined ? 0 : Math.abs(value - other);
  });
  return Math.max(...gaps);
}
