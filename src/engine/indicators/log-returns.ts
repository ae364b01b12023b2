import type { Series } from '#domain/market/session.ts';

/** Natural logarithm of each close over the one before it, a fraction; none at the first, nor beside a gap. */
export function logReturns(closes: Series): Series {
  return closes.map((close, index) => {
    const before = closes[index - 1];
    return close === undefined || before === undefined ? undefined : Math.log(close / before);
  });
}
