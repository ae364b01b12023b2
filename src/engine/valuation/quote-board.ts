import type { Right, Settlement } from '#domain/book/lot.ts';
import type { Marks, OptionChain, OptionQuote } from '#domain/book/mark.ts';
import type { Provenance } from '#domain/market/reading.ts';
import type { Session } from '#domain/market/session.ts';

/** All options of one expiry as one source saw them. */
export type ExpiryQuotes = Provenance & {
  readonly expiry: Session;
  readonly settlement: Settlement;
  /** In the chain's order. */
  readonly quotes: readonly OptionQuote[];
  /** Listed strikes, ascending. */
  readonly strikes: readonly number[];
  quote(right: Right, strike: number): OptionQuote | undefined;
};

/** The chains by expiry, so that a quote is found without a search. */
export type QuoteBoard = {
  /** @returns `undefined` where the chain lists nothing for it */
  find(root: 'SPX' | 'VIX', expiry: Session, settlement: Settlement): ExpiryQuotes | undefined;
  /** Listed expiries of an index, nearest first; of one day the morning's before the evening's. */
  listed(root: 'SPX' | 'VIX'): readonly ExpiryQuotes[];
};

export function quoteBoard({ chains }: Pick<Marks, 'chains'>): QuoteBoard {
  const boards = { SPX: byExpiry(chains.spx), VIX: byExpiry(chains.vix) };
  const listed = { SPX: nearestFirst(boards.SPX), VIX: nearestFirst(boards.VIX) };
  return {
    find: (root, expiry, settlement) => boards[root].get(`${expiry}.${settlement}`),
    listed: (root) => listed[root],
  };
}

function nearestFirst(board: ReadonlyMap<string, ExpiryQuotes>): readonly ExpiryQuotes[] {
  return [...board.entries()]
    .toSorted(([first], [second]) => (first < second ? -1 : 1))
    .map(([, quotes]) => quotes);
}

function byExpiry(chain: OptionChain | undefined): ReadonlyMap<string, ExpiryQuotes> {
  const groups = new Map<string, OptionQuote[]>();
  for (const quote of chain?.quotes ?? []) {
    const key = `${quote.expiry}.${quote.settlement}`;
    const group = groups.get(key);
    if (group) {
      group.push(quote);
    } else {
      groups.set(key, [quote]);
    }
  }
  const boards = new Map<string, ExpiryQuotes>();
  for (const [key, quotes] of groups) {
    const [first] = quotes;
    if (chain && first) {
      boards.set(key, expiryQuotes(chain, first, quotes));
    }
  }
  return boards;
}

function expiryQuotes(
  { asOf, source, quality }: Provenance,
  { expiry, settlement }: OptionQuote,
  quotes: readonly OptionQuote[],
): ExpiryQuotes {
  const rights = { call: new Map<number, OptionQuote>(), put: new Map<number, OptionQuote>() };
  quotes.forEach((quote) => rights[quote.right].set(quote.strike, quote));
  const strikes = [...new Set(quotes.map(({ strike }) => strike))].toSorted((a, b) => a - b);
  return {
    asOf,
    source,
    quality,
    expiry,
    settlement,
    quotes,
    strikes,
    quote: (right, strike) => rights[right].get(strike),
  };
}
