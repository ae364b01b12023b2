import type { MarketHistory, Quote } from '#domain/market/market.ts';

/** Where daily closes, breadth and quotes come from. */
export interface MarketData {
  readonly source: string;

  /**
   * @param now - epoch milliseconds (UTC) on the market clock. A source may know more than may be known then;
   *   `knownAt` in the calendar decides what of it is used.
   * @throws SourceChanged or SourceUnavailable
   */
  history(now: number, signal: AbortSignal): Promise<MarketHistory>;

  /** Prices of the running session; `undefined` where nobody quotes. */
  quotes(now: number, signal: AbortSignal): Promise<{ rut: Quote; spx: Quote } | undefined>;
}
