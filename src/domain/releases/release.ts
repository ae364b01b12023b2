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

/**
 * What may become of a release.
 *
 * From one status to itself: a detail was learnt, such as its month or who else confirms it. Figures may come without
 * anybody having seen their instant pass, so `scheduled` may be followed by all that `due` may.
 */
const FOLLOWS: Readonly<Record<ReleaseStatus, readonly ReleaseStatus[]>> = {
  scheduled: ['scheduled', 'moved', 'due', 'late', 'released', 'partial', 'cancelled', 'merged'],
  moved: ['moved', 'due', 'late', 'released', 'partial', 'cancelled', 'merged'],
  due: ['moved', 'late', 'released', 'partial', 'cancelled', 'merged'],
  late: ['moved', 'released', 'partial', 'cancelled', 'merged'],
  released: ['revised'],
  partial: ['revised'],
  revised: ['revised'],
  cancelled: ['scheduled', 'moved', 'merged'],
  merged: [],
};

/** Statuses of releases whose figures are still to come. */
const OPEN: ReadonlySet<ReleaseStatus> = new Set(['scheduled', 'moved', 'due', 'late']);

/** Whether its figures are still to come. */
export function isOpen({ status }: Pick<Release, 'status'>): boolean {
  return OPEN.has(status);
}

/** One thing that became of a release. What is kept of releases is the list of these. */
export type ReleaseChange = {
  /** The release as it is from then on; its `source` is who says so. */
  readonly release: Release;
  /** What it was; absent where it was not known before. */
  readonly before?: Pick<Release, 'status' | 'scheduledAt'>;
  /** Epoch milliseconds (UTC), market clock: when we learnt it. */
  readonly at: number;
};

/**
 * A release that becomes something else.
 *
 * @param next - what is different from now on
 * @param at - epoch milliseconds (UTC) at which we learnt it
 * @returns `undefined` where the life of a release does not have that step
 */
export function changeRelease(
  release: Release,
  next: Partial<Omit<Release, 'id' | 'kind'>> & Pick<Release, 'status'>,
  at: number,
): ReleaseChange | undefined {
  const { status, scheduledAt } = release;
  return FOLLOWS[status].includes(next.status)
    ? { release: { ...release, ...next }, before: { status, scheduledAt }, at }
    : undefined;
}
