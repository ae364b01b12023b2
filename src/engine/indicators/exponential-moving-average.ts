import type { Series } from '../../domain/series.ts';
import { perUnbrokenRun } from './per-unbroken-run.ts';
import { requireWholePeriod } from './whole-period.ts';

/**
 * Exponential moving average: each value weighs 2 / (period + 1), and the first average is the simple one of the
 * first `period` values, as in TA-Lib.
 *
 * Own lines: it is computed for every server's own periods, and the library's generators take three times as long
 * for the same values.
 *
 * @param values - oldest first
 * @param period - sessions; a whole number, at least 1
 * @returns a value per session, in the unit of `values`; none for the first `period − 1`, at first and after a gap
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function exponentialMovingAverage(values: Series, period: number): Series {
  requireWholePeriod(period);
  const weight = 2 / (period + 1);
  return perUnbrokenRun(values, (run) => {
    let sum = 0;
    let average = 0;
    return run.map((value, index) => {
      sum += index < period ? value : 0;
      average = index < period ? sum / period : (value - average) * weight + average;
      return index < period - 1 ? undefined : average;
    });
  });
}
