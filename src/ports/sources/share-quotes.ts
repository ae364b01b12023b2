import type { ShareQuote } from '#domain/book/mark.ts';

/** Somewhere that prices of volatility products' shares can be had. */
export interface ShareQuotes {
  readonly source: string;
  /**
   * @returns the latest price with the instant at which it held; `undefined` where the source has none
   * @throws SourceUnavailable or SourceChanged
   */
  share(symbol: ShareQuote['symbol'], signal: AbortSignal): Promise<ShareQuote | undefined>;
}
