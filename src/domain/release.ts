import type { Quality } from './reading.ts';

/** Which inflation report: consumer prices or producer prices. */
export type ReleaseKind = 'CPI' | 'PPI';

export type ReleaseStatus =
  | 'scheduled'
  | 'moved'
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
  /** Who says so, such as `BLS calendar`. */
  readonly source: string;
  readonly quality: Quality;
};
