import type { ReleaseKind } from './release.ts';

/** One date as a source lists it today. */
export type ListedDate = {
  readonly kind: ReleaseKind;
  /** The day in New York, `YYYY-MM-DD`. */
  readonly day: string;
  /** Epoch milliseconds (UTC); absent where the source names the day alone. */
  readonly scheduledAt?: number;
  /** `YYYY-MM`, as the source itself says it; absent where it does not. Never worked out from the day. */
  readonly referenceMonth?: string;
  /** The source says that nothing will be published on this day: called off, or published with a later one. */
  readonly withdrawn?: 'cancelled' | 'merged';
};
