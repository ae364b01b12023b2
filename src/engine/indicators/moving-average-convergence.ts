import type { Series } from '../../domain/series.ts';
import { exponentialMovingAverage } from './exponential-moving-average.ts';
import { perUnbrokenRun } from './per-unbroken-run.ts';

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
  const [fast, slow, smoothing] = periods;
  const whole = perUnbrokenRun(closes, (run) => {
    const skipped = Math.min(run.length, Math.max(0, slow - fast));
    const quick = exponentialMovingAverage(run.slice(skipped), fast);
    const steady = exponentialMovingAverage(run, slow);
    return steady.map((value, index) => difference(quick[index - skipped], value));
  });
  const signal = exponentialMovingAverage(whole, smoothing);
  return {
    line: whole.map((value, index) => (signal[index] === undefined ? undefined : value)),
    signal,
    histogram: whole.map((value, index) => difference(value, signal[index])),
  };
}

function difference(from: number | undefined, less: number | undefined): number | undefined {
  return from === undefined || less === undefined ? undefined : from - less;
}
