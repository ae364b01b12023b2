import type { Series } from '#domain/market/series.ts';

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
  const result: (number | undefined)[] = [];
  let run: number[] = [];
  const finishRun = (): void => {
    const values = compute(run);
    for (let place = values.length - run.length; place < values.length; place += 1) {
      result.push(values[place]);
    }
    run = [];
  };
  for (const value of series) {
    if (value !== undefined && Number.isFinite(value)) {
      run.push(value);
    } else {
      finishRun();
      result.push(undefined);
    }
  }
  finishRun();
  return result;
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
