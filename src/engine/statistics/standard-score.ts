import type { UnknownReason } from '#domain/market/reading.ts';
import type { Series } from '#domain/market/session.ts';
import { mean, standardDeviation } from './summary.ts';

/** Earlier values that one is compared with. */
const LOOKBACK = 252;

/** Fewer earlier values than this say nothing. */
const FEWEST = 60;

/** A deviation below this is what binary fractions leave of a constant. */
const NOISE = 1e-12;

export type StandardScore = { readonly score: number } | { readonly reason: UnknownReason };

/**
 * How unusual the value at a place is: its distance from the mean of the 252 before it, in their standard
 * deviations (n − 1). The value itself is not among those that it is measured against.
 *
 * @returns a reason instead with fewer than 60 earlier values, or if they do not vary
 */
export function standardScore(series: Series, index: number): StandardScore {
  const value = series[index];
  const earlier = series
    .slice(Math.max(0, index - LOOKBACK), index)
    .filter((candidate) => candidate !== undefined);
  const centre = mean(earlier);
  const deviation = standardDeviation(earlier);
  if (value === undefined || earlier.length < FEWEST || centre === undefined || deviation === undefined) {
    return { reason: 'too-little-history' };
  }
  return deviation < NOISE ? { reason: 'no-variation' } : { score: (value - centre) / deviation };
}

/** Values that a spread is taken over. */
const WINDOW = 60;

/**
 * Standard deviation of the last 60 values up to a place, itself included: the measure of "near" for values that
 * are not standardised.
 *
 * @returns `undefined` where fewer than two values are known
 */
export function recentSpread(series: Series, index: number): number | undefined {
  const recent = series.slice(Math.max(0, index + 1 - WINDOW), index + 1);
  return standardDeviation(recent.filter((value) => value !== undefined));
}
