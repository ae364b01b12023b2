import { EMA } from 'technicalindicators';
import type { Series } from '#domain/market/session.ts';
import { mapContiguous, requireWholePeriod } from './map-contiguous.ts';

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
 * @param gap - fast less slow average as `averageGap` gives it, where several signals share it
 * @returns series in the unit of `closes`, as long as they are; all three begin with the signal, none for the
 *   first `slow + signal − 2` sessions, at first and after a gap
 * @throws RangeError if a period is not a whole number of at least 1
 * @see G. Appel, Technical Analysis: Power Tools for Active Investors (2005); TA-Lib, ta_MACD.c
 */
export function movingAverageConvergence(
  closes: Series,
  periods: readonly [fast: number, slow: number, signal: number],
  gap: Series = averageGap(closes, periods[0], periods[1]),
): MovingAverageConvergence {
  periods.forEach(requireWholePeriod);
  const [, , smoothing] = periods;
  const signal = mapContiguous(gap, (run) => EMA.calculate({ period: smoothing, values: run }));
  return {
    line: gap.map((value, place) => (signal[place] === undefined ? undefined : value)),
    signal,
    histogram: signal.map((value, place) => (value === undefined ? undefined : (gap[place] ?? 0) - value)),
  };
}

/**
 * Fast less slow average, from the first session that has both: the MACD line before its signal begins.
 *
 * @returns same length as `closes`
 * @throws RangeError if a period is not a whole number of at least 1
 */
export function averageGap(closes: Series, fast: number, slow: number): Series {
  [fast, slow].forEach(requireWholePeriod);
  return mapContiguous(closes, (run) => {
    const slowAverages = EMA.calculate({ period: slow, values: run });
    const fastAverages = EMA.calculate({ period: fast, values: run.slice(Math.max(0, slow - fast)) });
    const warmUp = slowAverages.length - fastAverages.length;
    return fastAverages.map((average, place) => average - (slowAverages[place + warmUp] ?? 0));
  });
}
