import { SMA } from 'technicalindicators';
import type { Series } from '#domain/market/session.ts';
import { mapContiguous, requireWholePeriod } from './map-contiguous.ts';

/**
 * Simple moving average: the mean of the last `period` values.
 *
 * @param values - oldest first
 * @param period - sessions; a whole number, at least 1
 * @returns a value per session, in the unit of `values`; none for the first `period − 1`, at first and after a gap
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function simpleMovingAverage(values: Series, period: number): Series {
  requireWholePeriod(period);
  return mapContiguous(values, (run) => SMA.calculate({ period, values: run }));
}
