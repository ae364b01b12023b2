/** The last time that a source failed. */
export type SourceFailure = {
  /** Epoch milliseconds (UTC), wall clock. */
  readonly at: number;
  /** `unavailable` may pass by itself; `changed` needs somebody to look at it. */
  readonly kind: 'unavailable' | 'changed';
  /** What happened, for people; no secrets. */
  readonly words: string;
};

/** How a source has served us so far; kept, so that a restart does not forget what was spent. */
export type SourceState = {
  readonly source: string;
  /** Requests sent on one calendar day in New York, `YYYY-MM-DD`. */
  readonly day: { readonly day: string; readonly spent: number };
  /** Requests sent in the minute that began at this instant, epoch milliseconds (UTC). */
  readonly minute: { readonly startedAt: number; readonly spent: number };
  /** Epoch milliseconds (UTC), wall clock; absent where it never answered. */
  readonly lastSuccessAt?: number;
  readonly lastFailure?: SourceFailure;
  /** Questions that failed since it answered last. */
  readonly failuresInRow: number;
  /** Epoch milliseconds (UTC) until which it is not asked; absent where it may be asked at once. */
  readonly restsUntil?: number;
};

/** How many requests a source allows. Absent where it says nothing. */
export type SourceBudget = {
  /** In one calendar day in New York. */
  readonly perDay?: number;
  readonly perMinute?: number;
};

/** What a person may want to know of a source. */
export type SourceHealth = {
  readonly source: string;
  readonly state: 'untried' | 'answering' | 'failing' | 'resting' | 'used-up';
  /** Epoch milliseconds (UTC), wall clock; absent where it never answered. */
  readonly lastSuccessAt?: number;
  readonly lastFailure?: SourceFailure;
  /** Requests that are left today; absent where there is no daily limit. */
  readonly leftToday?: number;
  /** Earliest instant at which it may be asked, epoch milliseconds (UTC). */
  readonly nextAt: number;
};

/** A source that was never asked. */
export function initialSourceState(source: string): SourceState {
  return { source, day: { day: '', spent: 0 }, minute: { startedAt: 0, spent: 0 }, failuresInRow: 0 };
}
