import type { ContextValues } from '#domain/market/context-reading.ts';

/**
 * Daily series that a card shows for context and no rule reads: Treasury yields of 3 months, 2 and 10 years, the real
 * yield of 10 years, the broad dollar and the spread of high-yield bonds.
 */
export type ContextSeriesName = 'DGS3MO' | 'DGS2' | 'DGS10' | 'DFII10' | 'DTWEXBGS' | 'BAMLH0A0HYM2';

/** Somewhere that they can be had. */
export interface ContextSeries {
  readonly source: string;

  /**
   * @param since - earliest day wanted, `YYYY-MM-DD`
   * @throws SourceUnavailable or SourceChanged
   */
  values(name: ContextSeriesName, since: string, signal: AbortSignal): Promise<ContextValues>;
}
