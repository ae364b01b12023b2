import type { Release, ReleaseStatus } from './release.ts';

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
