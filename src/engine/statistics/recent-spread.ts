import type { Series } from '#domain/market/series.ts';
import { standardDeviation } from './standard-deviation.ts';

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
