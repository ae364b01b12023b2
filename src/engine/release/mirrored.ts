import { newYorkDay } from '#calendar/new-york.ts';
import type { Disagreement, ListedDate } from '#domain/releases/calendar-reading.ts';
import { isOpen, type Release, type ReleaseChange, type ReleaseKind } from '#domain/releases/release.ts';
import { type ListingComparison, wouldList } from './listing.ts';
import { addedReleases } from './published-changes.ts';

/** What a copy of the calendar adds: releases that lie beyond all that is known of their report. */
export function mirroredChanges(read: ListingComparison): readonly ReleaseChange[] {
  const unknown = read.unknown.filter((date) => isBeyond(date, read.current));
  return addedReleases({ ...read, unknown }, 'proxy');
}

/** Where a copy of the calendar says something else than the calendar that we go by. */
export function mirroredDisagreements(read: ListingComparison): readonly Disagreement[] {
  const { pairs, unlisted, unknown, source, today, current } = read;
  return [
    ...pairs
      .filter(({ release, date }) => date.day >= today && contradicts(release, date))
      .map(({ release, date }) => differing(release, source, date)),
    ...unlisted
      .filter((release) => isOpen(release) && newYorkDay(release.scheduledAt) >= today)
      .filter(({ kind, scheduledAt }) => wouldList(read, kind, newYorkDay(scheduledAt)))
      .map((release) => differing(release, source)),
    ...unknown
      .filter((date) => date.day >= today && date.withdrawn === undefined && !isBeyond(date, current))
      .map(({ kind, day }) => ({
        releaseId: `${kind}-${day}`,
        kind,
        kept: { source: latest(kind, current)?.source ?? '' },
        other: { source, day },
      })),
  ];
}

function contradicts(release: Release, { day, scheduledAt, withdrawn }: ListedDate): boolean {
  if (!isOpen(release)) {
    return release.status === 'cancelled' && withdrawn === undefined;
  }
  const isElsewhen = scheduledAt !== undefined && scheduledAt !== release.scheduledAt;
  return withdrawn !== undefined || isElsewhen || newYorkDay(release.scheduledAt) !== day;
}

function differing(release: Release, source: string, date?: ListedDate): Disagreement {
  const { id, kind, scheduledAt } = release;
  return {
    releaseId: id,
    kind,
    kept: { source: release.source, ...(isOpen(release) && { scheduledAt }) },
    other: { source, ...(date?.withdrawn === undefined && date && { day: date.day }) },
  };
}

function isBeyond({ kind, day }: ListedDate, current: readonly Release[]): boolean {
  const last = latest(kind, current);
  return last === undefined || day > newYorkDay(last.scheduledAt);
}

function latest(kind: ReleaseKind, current: readonly Release[]): Release | undefined {
  return current
    .filter((release) => release.kind === kind)
    .toSorted((a, b) => a.scheduledAt - b.scheduledAt)
    .at(-1);
}
