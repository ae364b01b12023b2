import type { Quality } from '#domain/market/reading.ts';

/** Which inflation report: consumer prices or producer prices. */
export type ReleaseKind = 'CPI' | 'PPI';

/**
 * Where a release stands.
 *
 * `moved`: its date has changed. `due`: its instant has come and its figures have not. `late`: they are overdue by
 * half an hour. `partial`: published without a one-month change. `merged`: published with a later one. `revised`: its
 * figures have been restated since. What may follow what stands in `release-life.ts`.
 */
export type ReleaseStatus =
  | 'scheduled'
  | 'moved'
  | 'due'
  | 'late'
  | 'released'
  | 'partial'
  | 'cancelled'
  | 'merged'
  | 'revised';

/** One publication of one report. */
export type Release = {
  /** Stable name: kind and the day for which it was first scheduled, such as `CPI-2014-09-17`. */
  readonly id: string;
  readonly kind: ReleaseKind;
  /** The month that the figures speak of, `YYYY-MM`; absent where the calendar does not say it. */
  readonly referenceMonth?: string;
  readonly status: ReleaseStatus;
  /** Epoch milliseconds (UTC) for which it is announced. */
  readonly scheduledAt: number;
  /** The release that its figures are published with; only where it was merged and the other one is known. */
  readonly mergedInto?: string;
  /** Who says so, such as `BLS calendar`. */
  readonly source: string;
  readonly quality: Quality;
};
