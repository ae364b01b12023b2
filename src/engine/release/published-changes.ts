import { newYorkDay } from '#calendar/new-york.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { changeRelease, isOpen, type Release, type ReleaseChange } from '#domain/releases/release.ts';
import { type ListingComparison, wouldList } from './listing.ts';
import { instantOf } from './plausible-dates.ts';

/**
 * What the publisher's own list makes of the calendar: dates that moved, were confirmed, called off or added.
 *
 * A release that it does not name any more, while it names later ones of the report, is cancelled.
 */
export function publishedChanges(read: ListingComparison): readonly ReleaseChange[] {
  const { pairs, unlisted, now, source } = read;
  return [
    ...pairs.map(({ release, date }) => changed(release, date, read)),
    ...unlisted
      .filter(isOpen)
      .filter(({ kind, scheduledAt }) => wouldList(read, kind, newYorkDay(scheduledAt)))
      .map((release) => changeRelease(release, { status: 'cancelled', source, quality: 'live' }, now)),
    ...addedReleases(read, 'live'),
  ].filter((change) => change !== undefined);
}

/** Releases for dates that nobody knew, from today on. */
export function addedReleases(
  { unknown, source, today, now, current }: ListingComparison,
  quality: Release['quality'],
): readonly ReleaseChange[] {
  const ids = new Set(current.map(({ id }) => id));
  return unknown
    .filter(({ day, withdrawn }) => day >= today && withdrawn === undefined)
    .map((date) => {
      const id = `${date.kind}-${date.day}`;
      return {
        at: now,
        release: {
          // A release that moved away keeps the name of the day that it was first announced for.
          id: ids.has(id) ? `${id}-again` : id,
          kind: date.kind,
          ...(date.referenceMonth !== undefined && { referenceMonth: date.referenceMonth }),
          status: 'scheduled',
          scheduledAt: instantOf(date),
          source,
          quality,
        },
      };
    });
}

function changed(release: Release, date: ListedDate, read: ListingComparison): ReleaseChange | undefined {
  const { source, now } = read;
  const told = { source, quality: 'live' } as const;
  if (date.withdrawn === 'cancelled') {
    return changeRelease(release, { status: 'cancelled', ...told }, now);
  }
  if (date.withdrawn === 'merged') {
    return changeRelease(release, { status: 'merged', ...mergedInto(release, read), ...told }, now);
  }
  const scheduledAt = date.scheduledAt ?? keptTime(release, date);
  if (scheduledAt !== release.scheduledAt) {
    return changeRelease(release, { status: 'moved', scheduledAt, ...monthOf(date), ...told }, now);
  }
  const isNews =
    release.source !== source || (release.referenceMonth ?? date.referenceMonth) !== release.referenceMonth;
  const status = release.status === 'moved' ? 'moved' : 'scheduled';
  return isNews ? changeRelease(release, { status, ...monthOf(date), ...told }, now) : undefined;
}

/** A source that names the day alone does not contradict the time that is known. */
function keptTime({ scheduledAt }: Release, date: ListedDate): number {
  return newYorkDay(scheduledAt) === date.day ? scheduledAt : instantOf(date);
}

function monthOf({ referenceMonth }: ListedDate): Pick<Release, 'referenceMonth'> | undefined {
  return referenceMonth === undefined ? undefined : { referenceMonth };
}

/** The next release of the report that the source lists. */
function mergedInto(
  { kind, scheduledAt }: Release,
  { pairs, unknown }: ListingComparison,
): Pick<Release, 'mergedInto'> | undefined {
  const day = newYorkDay(scheduledAt);
  const later = [
    ...pairs.map(({ release, date }) => ({ id: release.id, date })),
    ...unknown.map((date) => ({ id: `${date.kind}-${date.day}`, date })),
  ].filter(({ date }) => date.kind === kind && date.withdrawn === undefined && date.day > day);
  const [next] = later.toSorted((a, b) => (a.date.day < b.date.day ? -1 : 1));
  return next && { mergedInto: next.id };
}
