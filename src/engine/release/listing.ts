import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import type { DatePairs } from './plausible-dates.ts';

/** What one source lists today. */
export type Listing = {
  readonly source: string;
  readonly authority: 'publisher' | 'mirror';
  readonly dates: readonly ListedDate[];
};

/** What a source lists, set beside the calendar as it stands by then. */
export type ListingComparison = DatePairs & {
  readonly source: string;
  /** All that is believed of it, past dates included, oldest first. */
  readonly believed: readonly ListedDate[];
  readonly current: readonly Release[];
  /** In New York. */
  readonly today: string;
  /** Epoch milliseconds (UTC). */
  readonly now: number;
};

/**
 * Whether a list would name a day if something were published on it: it names a later one of the report, and for a
 * day that is past an earlier one too. The end of a list proves nothing.
 */
export function wouldList(
  { believed, today }: Pick<ListingComparison, 'believed' | 'today'>,
  kind: ReleaseKind,
  day: string,
): boolean {
  const days = believed.filter((date) => date.kind === kind).map((date) => date.day);
  return days.some((other) => other > day) && (day >= today || days.some((other) => other < day));
}
