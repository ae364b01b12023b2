import type { Series } from '#domain/market/series.ts';

/**
 * Computes a series from each stretch of sessions without a gap, as if nothing had come before it.
 *
 * A missing value thereby starts the warm-up again: nothing is filled in, and one bad value cannot live on in the
 * averages that follow it.
 *
 * @param compute - answers a run of known values with as many values
 * @returns same length as `series`
 */
export function mapContiguous(series: Series, compute: (run: readonly number[]) => Series): Series {
  // Nearly every series is whole, and then nothing is copied.
  if (isWhole(series)) {
    return compute(series);
  }
  const result: (number | undefined)[] = [];
  let run: number[] = [];
  const finishRun = (): void => {
    for (const value of compute(run)) {
      result.push(value);
    }
    run = [];
  };
  for (const value of series) {
    if (value === undefined) {
      finishRun();
      result.push(undefined);
    } else {
      run.push(value);
    }
  }
  finishRun();
  return result;
}

function isWhole(series: Series): series is readonly number[] {
  return !series.includes(undefined);
}
