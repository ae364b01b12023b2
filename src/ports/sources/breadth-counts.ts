import type { DailyBreadth } from '#domain/market/market.ts';

/** Somewhere that advances and declines can be had. */
export interface BreadthCounts {
  readonly source: string;
  /**
   * @param sessions - the sessions wanted, oldest first; those that cannot be had are left out
   * @throws SourceUnavailable or SourceChanged
   */
  breadth(
    sessions: readonly string[],
    signal: AbortSignal,
  ): Promise<{ readonly small: DailyBreadth; readonly large: DailyBreadth }>;
}
