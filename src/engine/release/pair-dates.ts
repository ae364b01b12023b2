import { newYorkDay } from '#calendar/new-york.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { isOpen, type Release } from '#domain/releases/release.ts';
import { daysApart } from './plausible-dates.ts';

/** Days that a release may move at most. */
const FARTHEST = 45;

export type DatePairs = {
  readonly pairs: readonly { readonly release: Release; readonly date: ListedDate }[];
  /** Known releases that are not listed. */
  readonly unlisted: readonly Release[];
  /** Listed dates that belong to no known release. */
  readonly unknown: readonly ListedDate[];
};

/**
 * Which listed date is which known release of the same report.
 *
 * The same month first, then the same day; what is left is taken to have moved, the shortest way first. A month that
 * either side does not tell is not worked out, and nothing moves into the past.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function pairDates(
  releases: readonly Release[],
  dates: readonly ListedDate[],
  today: string,
): DatePairs {
  const pairs: { release: Release; date: ListedDate }[] = [];
  const unlisted = new Set(releases);
  const unknown = new Set(dates);
  const candidates = releases.flatMap((release) =>
    dates.flatMap((date) => {
      const rank = rankOf(release, date, today);
      return rank === undefined ? [] : [{ release, date, rank }];
    }),
  );
  for (const { release, date } of candidates.toSorted((a, b) => a.rank - b.rank)) {
    if (unlisted.has(release) && unknown.has(date)) {
      unlisted.delete(release);
      unknown.delete(date);
      pairs.push({ release, date });
    }
  }
  return { pairs, unlisted: [...unlisted], unknown: [...unknown] };
}

/** The lower, the likelier; `undefined` for what cannot be the same. */
function rankOf(release: Release, date: ListedDate, today: string): number | undefined {
  if (release.kind !== date.kind) {
    return undefined;
  }
  const months = [release.referenceMonth, date.referenceMonth];
  if (!months.includes(undefined)) {
    return release.referenceMonth === date.referenceMonth ? -1 : undefined;
  }
  const distance = daysApart(newYorkDay(release.scheduledAt), date.day);
  const isAhead = date.withdrawn === undefined && date.day >= today;
  const mayHaveMoved = isOpen(release) && isAhead && distance <= FARTHEST;
  return distance === 0 || mayHaveMoved ? distance : undefined;
}
