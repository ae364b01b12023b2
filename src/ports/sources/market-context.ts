import type { ContextReading } from '#domain/market/context-reading.ts';

/** Somewhere that the context of a decision comes from. Never waits for long, and never fails: what is missing is unknown. */
export interface MarketContext {
  /** @param now - epoch milliseconds (UTC), market clock: no value of this day or later is given */
  read(now: number): Promise<readonly ContextReading[]>;
}
