import type { Series } from '#domain/market/series.ts';
import { mapContiguous } from './map-contiguous.ts';
import { unknownSeries } from './unknown-series.ts';
import { requireWholePeriod } from './whole-period.ts';

export type MovingAverageConvergence = {
  /** Fast less slow average. */
  readonly line: Series;
  /** Average of the line. */
  readonly signal: Series;
  /** Line less signal. */
  readonly histogram: Series;
};

/**
 * Moving average convergence/divergence (MACD): how far the fast average stands from the slow one.
 *
 * Seeded as TA-Lib does: both averages begin at the same session, the fast one from the simple average of the
 * `fast` closes that end there. Libraries that seed it from its own first closes, or from the first price, differ
 * by index points in the first hundred sessions.
 *
 * @param closes - oldest first
 * @param periods - fast, slow and signal, sessions; whole numbers, at least 1, fast below slow
 * @returns series in the unit of `closes`, as long as they are; all three begin with the signal, none for the
 *   first `slow + signal − 2` sessions, at first and after a gap
 * @throws RangeError if a period is not a whole number of at least 1
 * @see G. Appel, Technical Analysis: Power Tools for Active Investors (2005); TA-Lib, ta_MACD.c
 */
export function movingAverageConvergence(
  closes: Series,
  periods: readonly [number, number, number],
): MovingAverageConvergence {
  periods.forEach(requireWholePeriod);
  const all = {
    line: unknownSeries(closes.length),
    signal: unknownSeries(closes.length),
    histogram: unknownSeries(closes.length),
  };
  let first = 0;
  mapContiguous(closes, (run) => {
    fill(all, run, { first, periods });
    first += run.length + 1;
    return run;
  });
  return all;
}

type Filled = Readonly<Record<keyof MovingAverageConvergence, (number | undefined)[]>>;

type Place = {
  /** Place of the run's first close among all. */
  readonly first: number;
  readonly periods: readonly [number, number, number];
};

/** One pass over a run: three averages rolled along together. */
function fill(all: Filled, run: readonly number[], { first, periods: [fast, slow, smoothing] }: Place): void {
  const start = Math.max(fast, slow) - 1;
  const told = start + smoothing - 1;
  let quick = meanOf(run, start, fast);
  let steady = meanOf(run, slow - 1, slow);
  for (let index = slow; index <= start; index += 1) {
    steady = rolled(steady, run[index], slow);
  }
  let signal = 0;
  for (let index = start; index < run.length; index += 1) {
    quick = index === start ? quick : rolled(quick, run[index], fast);
    steady = index === start ? steady : rolled(steady, run[index], slow);
    const line = quick - steady;
    signal = index <= told ? signal + line / smoothing : rolled(signal, line, smoothing);
    if (index >= told) {
      all.line[first + index] = line;
      all.signal[first + index] = signal;
      all.histogram[first + index] = line - signal;
    }
  }
}

function rolled(average: number, value: number | undefined, period: number): number {
  return ((value ?? average) - average) * (2 / (period + 1)) + average;
}

/** Of `count` values up to a place, that one included. */
function meanOf(run: readonly number[], last: number, count: number): number {
  let sum = 0;
  for (let index = last + 1 - count; index <= last; index += 1) {
    sum += run[index] ?? 0;
  }
  return sum / count;
}
