import type { Series } from '#domain/market/session.ts';
import { mean } from '#engine/statistics/summary.ts';

/** A sum of squared returns below this is what binary fractions leave of a constant. */
const NOISE = 1e-18;

const SESSIONS_A_YEAR = 252;

/** How one return hangs on another. */
export type MarketModel = {
  readonly beta: number;
  /** Deviation of what beta does not explain, a fraction a year. */
  readonly residualVolatility: number;
};

/**
 * The market model over the last `window` returns: least squares with intercept.
 *
 * @returns `undefined` where one of the returns is missing, the explaining one never moved, or the other did not
 * @see W. F. Sharpe (1963), A Simplified Model for Portfolio Analysis, Management Science 9
 */
export function marketModel(dependent: Series, explaining: Series, window: number): MarketModel | undefined {
  const pairs = dependent.slice(-window).flatMap((y, place) => {
    const x = explaining[dependent.length - Math.min(window, dependent.length) + place];
    return y === undefined || x === undefined ? [] : [{ x, y }];
  });
  const meanX = mean(pairs.map(({ x }) => x));
  const meanY = mean(pairs.map(({ y }) => y));
  if (pairs.length < window || meanX === undefined || meanY === undefined) {
    return undefined;
  }
  const sum = (of: (pair: { readonly x: number; readonly y: number }) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const squaresX = sum(({ x }) => (x - meanX) ** 2);
  const squaresY = sum(({ y }) => (y - meanY) ** 2);
  if (squaresX < NOISE || squaresY < NOISE) {
    return undefined;
  }
  const beta = sum(({ x, y }) => (x - meanX) * (y - meanY)) / squaresX;
  const unexplained = sum(({ x, y }) => (y - meanY - beta * (x - meanX)) ** 2);
  return {
    beta,
    residualVolatility: Math.sqrt(unexplained / (window - 2)) * Math.sqrt(SESSIONS_A_YEAR),
  };
}

/** Natural logarithm of each close over the one before it, a fraction; none at the first, nor beside a gap. */
export function logReturns(closes: Series): Series {
  return closes.map((close, index) => {
    const before = closes[index - 1];
    return close === undefined || before === undefined ? undefined : Math.log(close / before);
  });
}
