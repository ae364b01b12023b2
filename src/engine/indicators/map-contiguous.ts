import type { Series } from '#domain/market/session.ts';

/**
 * Computes a series from each stretch of sessions without a gap, as if nothing had come before it.
 *
 * A missing value thereby starts the warm-up again: nothing is filled in, and one bad value cannot live on in the
 * averages that follow it. What is not finite counts as missing, since a single NaN would never leave an average.
 *
 * @param compute - answers a run of known values with at most as many: the last belongs to the run's last session,
 *   and those that it lacks are the warm-up. The run is its own to keep.
 * @returns same length as `series`
 */
export function mapContiguous(series: Series, compute: (run: number[]) => Series): Series {
  const result = Array<number | undefined>(series.length).fill(undefined);
  let first = 0;
  for (let place = 0; place <= series.length; place += 1) {
    if (!isKnown(series[place])) {
      putBefore(result, place, compute(series.slice(first, place).filter(isKnown)));
      first = place + 1;
    }
  }
  return result;
}

function isKnown(value: number | undefined): value is number {
  return value !== undefined && Number.isFinite(value);
}

/** Puts values into a list so that the last of them stands just before a place. */
function putBefore(list: (number | undefined)[], place: number, values: Series): void {
  const first = place - values.length;
  for (let index = 0; index < values.length; index += 1) {
    list[first + index] = values[index];
  }
}

/**
 * Refuses a period that no average has.
 *
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function requireWholePeriod(period: number): void {
  if (!Number.isInteger(period) || period < 1) {
    throw new RangeError(`period must be a whole number of at least 1, not ${period}`);
  }
}
