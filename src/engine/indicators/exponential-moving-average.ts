import { EMA } from 'technicalindicators';
import type { Series } from '../../domain/series.ts';
import { alignToEnd } from './align-to-end.ts';
import { perUnbrokenRun } from './per-unbroken-run.ts';
import { requireWholePeriod } from './whole-period.ts';

/**
 * Exponential moving average: each value weighs 2 / (period + 1), and the first average is the simple one of the
 * first `period` values, as in TA-Lib.
 *
 * @param values - oldest first
 * @param period - sessions; a whole number, at least 1
 * @returns a value per session, in the unit of `values`; none for the first `period − 1`, at first and after a gap
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function exponentialMovingAverage(values: Series, period: number): Series {
  requireWholePeriod(period);
  return perUnbrokenRun(values, (run) => alignToEnd(EMA.calculate({ period, values: [...run] }), run.length));
}
