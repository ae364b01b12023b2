import type { Series } from '#domain/market/series.ts';
import { mapContiguous } from './map-contiguous.ts';
import { unknownSeries } from './unknown-series.ts';
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
  return mapContiguous(values, (run) => ofRun(run, period));
}

function ofRun(run: readonly number[], period: number): Series {
  const averages = unknownSeries(run.length);
  const weight = 2 / (period + 1);
  let sum = 0;
  for (let index = 0; index < Math.min(period, run.length); index += 1) {
    sum += run[index] ?? 0;
  }
  let average = sum / period;
  for (let index = period - 1; index < run.length; index += 1) {
    average = index < period ? average : ((run[index] ?? 0) - average) * weight + average;
    averages[index] = average;
  }
  return averages;
}
