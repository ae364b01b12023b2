import type { Quality } from '#domain/market/reading.ts';
import type { IndexName } from '#ports/sources/market-data.ts';

/** How Yahoo calls an index, and whether it is one: a fund only stands in for its index. */
type Listed = { readonly symbol: string; readonly isFund?: true };

const SYMBOLS: ReadonlyMap<IndexName, Listed> = new Map<IndexName, Listed>([
  ['RUT', { symbol: '^RUT' }],
  ['SPX', { symbol: '^GSPC' }],
  ['VIX', { symbol: '^VIX' }],
  ['IWM', { symbol: 'IWM', isFund: true }],
  ['SPY', { symbol: 'SPY', isFund: true }],
]);

/** Indices and funds that are asked of Yahoo. */
export const YAHOO_INDICES: readonly IndexName[] = [...SYMBOLS.keys()];

/** @throws RangeError for an index that is not asked of Yahoo */
export function yahooSymbol(index: IndexName): string {
  const listed = SYMBOLS.get(index);
  if (!listed) {
    throw new RangeError(`${index} is not asked of Yahoo`);
  }
  return listed.symbol;
}

/** `proxy` for a fund, else what the index itself deserves. */
export function yahooQuality(index: IndexName, otherwise: Quality): Quality {
  return SYMBOLS.get(index)?.isFund ? 'proxy' : otherwise;
}
