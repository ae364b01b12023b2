import type { DailyCloses } from '#domain/market/market.ts';

/** Indices and funds whose daily closes somebody gives. */
export type IndexName = 'RUT' | 'SPX' | 'IWM' | 'SPY' | 'VIX' | 'VIX9D' | 'VIX3M' | 'VVIX' | 'SKEW' | 'RVX';

/** Somewhere that daily closes can be had. */
export interface DailyClosesSource {
  readonly source: string;
  readonly indices: readonly IndexName[];
  /**
   * @returns closes of whole sessions only, oldest first, one a session, each finite and positive
   * @throws SourceUnavailable or SourceChanged
   */
  closes(index: IndexName, signal: AbortSignal): Promise<DailyCloses>;
}
