import type { ReleaseKind } from './release.ts';

/** Two who say different things about one release. Neither is averaged, and both are shown. */
export type Disagreement = {
  readonly releaseId: string;
  readonly kind: ReleaseKind;
  /** Whose word is gone by. `scheduledAt` in epoch milliseconds (UTC); absent where no such release is known. */
  readonly kept: { readonly source: string; readonly scheduledAt?: number };
  /** Who says otherwise; `day` absent where it lists no such release. */
  readonly other: { readonly source: string; readonly day?: string };
};

/**
 * Why a listed date is not believed.
 *
 * `weekend`: nothing is published then. `duplicate`: listed before. `too-close`: within days of another date of the
 * same report, as lists have it that name every day. `wrong-kind`: the other report is published on that day.
 * `odd-time`: at night, or on another day than it says.
 */
export type RefusedDate = {
  readonly source: string;
  readonly date: ListedDate;
  readonly why: 'weekend' | 'duplicate' | 'too-close' | 'wrong-kind' | 'odd-time';
};

/** What reading the dates of all sources once has brought, besides changes. */
export type CalendarReading = {
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
  /** Each source that was asked: how many dates it listed, or that it did not answer. */
  readonly sources: readonly { readonly source: string; readonly listed: number | 'no answer' }[];
  readonly disagreements: readonly Disagreement[];
  readonly refused: readonly RefusedDate[];
};

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
