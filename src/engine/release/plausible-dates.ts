import { newYorkDay, newYorkInstant, newYorkTime } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { ListedDate, RefusedDate } from '#domain/releases/calendar-reading.ts';
import { type Release, isOpen } from '#domain/releases/release.ts';

/** Days that two releases of one report lie apart at least. PPI of 2026-01-14 and 2026-01-30 are the nearest known. */
const FEWEST_DAYS = 10;

/** Clocks in New York between which figures are published. */
const HOURS = { first: '06:00', last: '18:00' };

/** What is published where a source does not say when. */
const USUAL_TIME = '08:30';

const SATURDAY = 6;

/** When a listed date is due, epoch milliseconds (UTC): 08:30 in New York where the source names the day alone. */
export function instantOf({ day, scheduledAt }: ListedDate): number {
  return scheduledAt ?? newYorkInstant(day, USUAL_TIME);
}

/**
 * The dates of one source that may be believed, oldest first, and those that may not, each with the reason.
 *
 * A list that names nearly every day is refused but for the days that are known already.
 *
 * @param known - releases as the stored calendar has them
 */
export function plausibleDates(
  source: string,
  dates: readonly ListedDate[],
  known: readonly Release[],
): { readonly believed: readonly ListedDate[]; readonly refused: readonly RefusedDate[] } {
  const sorted = dates.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  const days = new Set(known.map(({ kind, scheduledAt }) => `${kind} ${newYorkDay(scheduledAt)}`));
  const listed = { dates: sorted, days, seen: new Set<ListedDate>() };
  const refused: RefusedDate[] = [];
  const believed = sorted.filter((date, place) => {
    const why = doubtAbout(date, place, listed);
    if (why) {
      refused.push({ source, date, why });
    }
    return !why;
  });
  return { believed, refused };
}

type Listed = {
  readonly dates: readonly ListedDate[];
  /** Report and day of every known release. */
  readonly days: ReadonlySet<string>;
};

function doubtAbout(date: ListedDate, place: number, listed: Listed): RefusedDate['why'] | undefined {
  const { kind, day } = date;
  const same = listed.dates.filter((other) => other.kind === kind && other !== date);
  if (new Date(day).getUTCDay() % SATURDAY === 0) {
    return 'weekend';
  }
  if (isOddTime(date)) {
    return 'odd-time';
  }
  if (same.some((other) => other.day === day && listed.dates.indexOf(other) < place)) {
    return 'duplicate';
  }
  if (listed.days.has(`${kind} ${day}`)) {
    return undefined;
  }
  if (isOfOtherKind(date, listed)) {
    return 'wrong-kind';
  }
  return same.some((other) => other.day !== day && daysApart(other.day, day) < FEWEST_DAYS)
    ? 'too-close'
    : undefined;
}

function isOddTime({ day, scheduledAt }: ListedDate): boolean {
  if (scheduledAt === undefined) {
    return false;
  }
  const time = newYorkTime(scheduledAt);
  return newYorkDay(scheduledAt) !== day || time < HOURS.first || time > HOURS.last;
}

/** The other report is known for that day, and this source does not list it there. */
function isOfOtherKind({ kind, day }: ListedDate, { dates, days }: Listed): boolean {
  const other = kind === 'CPI' ? 'PPI' : 'CPI';
  return days.has(`${other} ${day}`) && !dates.some((date) => date.kind === other && date.day === day);
}

/** Calendar days between two days. */
function daysApart(a: string, b: string): number {
  return Math.abs(Date.parse(a) - Date.parse(b)) / DAY;
}

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
