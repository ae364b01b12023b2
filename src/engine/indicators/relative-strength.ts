import { AverageGain, AverageLoss } from 'technicalindicators';
import type { Series } from '#domain/market/session.ts';
import { mapContiguous, requireWholePeriod } from './map-contiguous.ts';

/** A market that does not move is neither bought nor sold. */
const NEUTRAL = 50;

/**
 * Relative strength index (RSI): the share of gains in the average move, 0 to 100.
 *
 * Smoothed as Wilder did: the first averages are the means of the first `period` changes, then each new change
 * weighs `1 / period`. Made of the library's averages and not of its RSI, which rounds to two decimals: that turns
 * 35.004 into a 35 that counts, and it calls a market without any change 100.
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
  return mapContiguous(closes, (run) => {
    const losses = AverageLoss.calculate({ period, values: run });
    return AverageGain.calculate({ period, values: run }).map((gain, place) =>
      gainShare(gain, losses[place] ?? 0),
    );
  });
}

function gainShare(gain: number, loss: number): number {
  return gain + loss === 0 ? NEUTRAL : (100 * gain) / (gain + loss);
}
