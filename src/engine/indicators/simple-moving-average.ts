import type { Series } from '#domain/market/series.ts';
import { mapContiguous } from './map-contiguous.ts';
import { unknownSeries } from './unknown-series.ts';
import { requireWholePeriod } from './whole-period.ts';

/**
 * Simple moving average: the mean of the last `period` values.
 *
 * Own lines: the sum is rolled along, which the usual library's generators take thirty times as long for. Every
 * `period` values it is added up anew, so that no rounding error lives on.
 *
 * @param values - oldest first
 * @param period - sessions; a whole number, at least 1
 * @returns a value per session, in the unit of `values`; none for the first `period − 1`, at first and after a gap
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function simpleMovingAverage(values: Series, period: number): Series {
  requireWholePeriod(period);
  return mapContiguous(values, (run) => ofRun(run, period));
}

function ofRun(run: readonly number[], period: number): Series {
  const averages = unknownSeries(run.length);
  for (let first = period - 1; first < run.length; first += period) {
    let sum = sumOf(run, first, period);
    averages[first] = sum / period;
    for (let index = first + 1; index < Math.min(first + period, run.length); index += 1) {
      sum += (run[index] ?? 0) - (run[index - period] ?? 0);
      averages[index] = sum / period;
    }
  }
  return averages;
}

/** Of `period` values up to a place, that one included. */
function sumOf(run: readonly number[], last: number, period: number): number {
  let sum = 0;
  for (let index = last + 1 - period; index <= last; index += 1) {
    sum += run[index] ?? 0;
  }
  return sum;
}
