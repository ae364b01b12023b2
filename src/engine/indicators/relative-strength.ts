import type { Series } from '#domain/market/series.ts';
import { mapContiguous } from './map-contiguous.ts';
import { unknownSeries } from './unknown-series.ts';
import { requireWholePeriod } from './whole-period.ts';

/** A market that does not move is neither bought nor sold. */
const NEUTRAL = 50;

/**
 * Relative strength index (RSI): the share of gains in the average move, 0 to 100.
 *
 * Smoothed as Wilder did: the first averages are the means of the first `period` changes, then each new change
 * weighs `1 / period`. Own lines, because the usual library rounds to two decimals, which turns 35.004 into a 35
 * that counts, and calls a market without any change 100.
 *
 * @param closes - oldest first
 * @param period - changes to average over; a whole number, at least 1
 * @returns a value per session, unrounded; none for the first `period`, at first and after a gap. 50 where nothing
 *   changed at all.
 * @throws RangeError if `period` is not a whole number of at least 1
 * @see J. W. Wilder, New Concepts in Technical Trading Systems (1978), chapter 6
 */
export function relativeStrength(closes: Series, period: number): Series {
  requireWholePeriod(period);
  return mapContiguous(closes, (run) => ofRun(run, period));
}

function ofRun(run: readonly number[], period: number): Series {
  const strengths = unknownSeries(run.length);
  const kept = (period - 1) / period;
  let gain = 0;
  let loss = 0;
  let before = run[0] ?? 0;
  for (let index = 1; index < run.length; index += 1) {
    const close = run[index] ?? before;
    const change = (close - before) / period;
    before = close;
    const weight = index > period ? kept : 1;
    gain = gain * weight + (change > 0 ? change : 0);
    loss = loss * weight - (change < 0 ? change : 0);
    if (index >= period) {
      strengths[index] = share(gain, loss);
    }
  }
  return strengths;
}

function share(gain: number, loss: number): number {
  return gain + loss === 0 ? NEUTRAL : (100 * gain) / (gain + loss);
}
