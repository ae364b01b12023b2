import { memoizeWeak } from '#domain/memoize.ts';
import type { OptionQuote } from '#domain/book/mark.ts';

/** The middle of a call's and of a put's quote at one strike, index points. */
export type StrikePair = { readonly strike: number; readonly call: number; readonly put: number };

/**
 * The strikes of one expiration at which call and put both have two sides, ascending.
 *
 * A side that is absent, 0, or crossed with the other leaves its strike out: the middle of such a quote is no price.
 *
 * @param quotes - of one expiration and one settlement, in any order; never changed afterwards
 * @throws RangeError if they mix several
 */
export const strikePairs = memoizeWeak((quotes: readonly OptionQuote[]): readonly StrikePair[] => {
  const expirations = new Set(
    quotes.map(({ root, expiry, settlement }) => `${root} ${expiry} ${settlement}`),
  );
  if (expirations.size > 1) {
    throw new RangeError(`quotes must be of one expiration, not of ${[...expirations].join(', ')}`);
  }
  const puts = middles(quotes, 'put');
  const pairs: StrikePair[] = [];
  for (const [strike, call] of middles(quotes, 'call')) {
    const put = puts.get(strike);
    if (put !== undefined) {
      pairs.push({ strike, call, put });
    }
  }
  return pairs.toSorted((first, second) => first.strike - second.strike);
});

/**
 * Half way between bid and ask, index points.
 *
 * @returns `undefined` unless both are there, above 0 and not crossed
 */
export function middleOf({ bid, ask }: Pick<OptionQuote, 'bid' | 'ask'>): number | undefined {
  const isTwoSided = bid !== undefined && ask !== undefined && bid > 0 && ask >= bid && ask < Infinity;
  return isTwoSided ? (bid + ask) / 2 : undefined;
}

/** By strike. */
function middles(quotes: readonly OptionQuote[], right: OptionQuote['right']): ReadonlyMap<number, number> {
  const byStrike = new Map<number, number>();
  for (const quote of quotes) {
    const middle = quote.right === right && quote.strike > 0 ? middleOf(quote) : undefined;
    if (middle !== undefined) {
      byStrike.set(quote.strike, middle);
    }
  }
  return byStrike;
}
