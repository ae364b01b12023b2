import type { Quote } from '#domain/market/market.ts';
import type { IndexName } from './daily-closes.ts';

/** Somewhere that prices of the running session can be had. */
export interface IndexQuotes {
  readonly source: string;
  /**
   * @returns the latest price with the instant at which it held; `undefined` where the source has none
   * @throws SourceUnavailable or SourceChanged
   */
  quote(index: IndexName, signal: AbortSignal): Promise<Quote | undefined>;
}
