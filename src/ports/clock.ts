/** What time it is for the method. Live it is the wall clock; a replay steps it. */
export interface MarketClock {
  /** Epoch milliseconds (UTC). */
  now(): number;
}

/** What time it is for machines: retries, leases, deadlines. */
export interface WallClock {
  /** Epoch milliseconds (UTC). */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}
