import type { Series } from '../../domain/series.ts';
import { mean } from '../statistics/mean.ts';

/** A sum of squared returns below this is what binary fractions leave of a constant. */
const NOISE = 1e-18;

/**
 * Slope of one return on another by least squares, with intercept, over the last `window` sessions, this one
 * included.
 *
 * @returns a value per session; none where a return of the window is missing or the explaining one never moved
 */
export function rollingBeta(dependent: Series, explaining: Series, window: number): Series {
  return dependent.map((_, index) => {
    const y = whole(dependent, index, window);
    const x = whole(explaining, index, window);
    return y && x ? slope(y, x) : undefined;
  });
}

function whole(series: Series, index: number, window: number): readonly number[] | undefined {
  const known = series
    .slice(Math.max(0, index + 1 - window), index + 1)
    .filter((value) => value !== undefined);
  return known.length === window ? known : undefined;
}

function slope(y: readonly number[], x: readonly number[]): number | undefined {
  const centreY = mean(y) ?? 0;
  const centreX = mean(x) ?? 0;
  let products = 0;
  let squares = 0;
  x.forEach((value, place) => {
    products += (value - centreX) * ((y[place] ?? centreY) - centreY);
    squares += (value - centreX) ** 2;
  });
  return squares < NOISE ? undefined : products / squares;
}
