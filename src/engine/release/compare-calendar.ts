import { newYorkDay } from '#calendar/new-york.ts';
import { DAY } from '#domain/duration.ts';
import type { CalendarReading, Disagreement, RefusedDate } from '#domain/releases/calendar-reading.ts';
import type { Release, ReleaseChange } from '#domain/releases/release.ts';
import type { Listing, ListingComparison } from './listing.ts';
import { mirroredChanges, mirroredDisagreements } from './mirrored.ts';
import { pairDates, plausibleDates } from './plausible-dates.ts';
import { publishedChanges } from './published-changes.ts';

export type Comparison = Pick<CalendarReading, 'disagreements' | 'refused'> & {
  /** In the order in which they are to be kept. */
  readonly changes: readonly ReleaseChange[];
};

/** Milliseconds for which a past release is still looked for: one that is overdue may be given another date. */
const LOOK_BACK = 50 * DAY;

/**
 * What has become of the calendar, seen by what each source lists now.
 *
 * The publisher's word moves, cancels and adds releases. A mirror's word adds those that lie beyond all that is known
 * of the report, and otherwise only disagrees: nothing is averaged, and nobody's copy overrules the publisher.
 *
 * @param known - the calendar as it is stored
 * @param now - epoch milliseconds (UTC)
 */
export function compareCalendar(
  known: readonly Release[],
  listings: readonly Listing[],
  now: number,
): Comparison {
  let current: readonly Release[] = known.filter(({ scheduledAt }) => scheduledAt > now - LOOK_BACK);
  const changes: ReleaseChange[] = [];
  const refused: RefusedDate[] = [];
  const disagreements: Disagreement[] = [];
  for (const listing of listings.toSorted(publisherFirst)) {
    const { read, doubtful } = readListing(listing, current, now);
    refused.push(...doubtful.filter(({ date }) => date.day >= read.today));
    const isMirror = listing.authority === 'mirror';
    const made = isMirror ? mirroredChanges(read) : publishedChanges(read);
    disagreements.push(...(isMirror ? mirroredDisagreements(read) : []));
    changes.push(...made);
    current = withChanges(current, made);
  }
  return { changes, disagreements, refused };
}

function readListing(
  { source, dates }: Listing,
  current: readonly Release[],
  now: number,
): { readonly read: ListingComparison; readonly doubtful: readonly RefusedDate[] } {
  const { believed, refused: doubtful } = plausibleDates(source, dates, current);
  const since = newYorkDay(now - LOOK_BACK);
  const today = newYorkDay(now);
  const recent = believed.filter(({ day }) => day >= since);
  return { read: { ...pairDates(current, recent, today), source, believed, current, today, now }, doubtful };
}

function withChanges(releases: readonly Release[], changes: readonly ReleaseChange[]): readonly Release[] {
  const byId = new Map(releases.map((release) => [release.id, release]));
  for (const { release } of changes) {
    byId.set(release.id, release);
  }
  return [...byId.values()];
}

function publisherFirst(a: Listing, b: Listing): number {
  return Number(a.authority === 'mirror') - Number(b.authority === 'mirror');
}
