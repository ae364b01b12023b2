import type { Series } from '#domain/market/session.ts';
import { CONSTANT_SQUARES, rollingMoments } from './rolling-moments.ts';

/**
 * Slope of one return on another by least squares, with intercept, over the last `window` sessions, this one
 * included.
 *
 * @returns a value per session; none where a return of the window is missing or the explaining one never moved
 */
export function rollingBeta(dependent: Series, explaining: Series, window: number): Series {
  return rollingMoments(dependent, explaining, window, ({ products, explainingSquares }) =>
    explainingSquares < CONSTANT_SQUARES ? undefined : products / explainingSquares,
  );
}
