import type { Series } from '#domain/market/session.ts';
import { CONSTANT_SQUARES, rollingMoments } from './rolling-moments.ts';

/**
 * Part of the variance of one return that another does not explain, over the last `window` sessions, this one
 * included: 1 − R² of least squares with intercept.
 *
 * @returns a value per session, 0 to 1; none where a return of the window is missing or one of the two never moved
 * @see W. F. Sharpe (1963), A Simplified Model for Portfolio Analysis, Management Science 9
 */
export function idiosyncraticShare(dependent: Series, explaining: Series, window: number): Series {
  return rollingMoments(dependent, explaining, window, ({ products, dependentSquares, explainingSquares }) =>
    Math.min(dependentSquares, explainingSquares) < CONSTANT_SQUARES
      ? undefined
      : Math.max(0, 1 - (products * products) / (explainingSquares * dependentSquares)),
  );
}
