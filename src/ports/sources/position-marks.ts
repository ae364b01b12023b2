import type { Marks } from '#domain/book/mark.ts';

/** Where the prices come from that positions are valued with. */
export interface PositionMarks {
  readonly source: string;
  /**
   * Prices as they are known at an instant, without what people have marked by hand.
   *
   * @param now - epoch milliseconds (UTC) on the market clock
   * @returns what is not to be had is unknown or absent; nothing is thrown for it
   */
  marks(now: number, signal: AbortSignal): Promise<Omit<Marks, 'manual'>>;
}
