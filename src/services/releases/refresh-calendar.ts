import { newYorkDay } from '#calendar/new-york.ts';
import type { CalendarNews } from '#domain/delivery/alert.ts';
import { DAY } from '#domain/duration.ts';
import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import { isProblem } from '#domain/problem.ts';
import { isOpen, type ReleaseChange } from '#domain/releases/release-life.ts';
import type { Release } from '#domain/releases/release.ts';
import { compareCalendar } from '#engine/release/compare-calendar.ts';
import type { Listing } from '#engine/release/listing.ts';
import type { ReleaseDates } from '#ports/sources/release-dates.ts';
import type { ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { Announcements } from '#services/delivery/announce.ts';

export type RefreshParts = {
  /** Who lists dates; may be empty. */
  readonly dates: readonly ReleaseDates[];
  readonly ledger: ReleaseLedger & Pick<ObservationLedger, 'keepReading'>;
  readonly announcements: Pick<Announcements, 'calendar'>;
};

/** Reads the dates of every source again, stores what has changed, and announces it. */
export type RefreshCalendar = (now: number, signal: AbortSignal) => Promise<void>;

/** Milliseconds before the last known release from which people are told that the calendar ends. */
const ENDS_SOON = 45 * DAY;

/** Milliseconds for which a change is news, so that one whose telling was interrupted is told at the next reading. */
const IS_NEWS = 3 * DAY;

/** Changes looked through for news. */
const LATEST = 200;

const TOLD: ReadonlySet<Release['status']> = new Set(['moved', 'cancelled', 'merged']);

/** @throws from the returned function: nothing that a source throws; one that does not answer is noted */
export function createRefreshCalendar(parts: RefreshParts): RefreshCalendar {
  const { ledger, announcements } = parts;
  return async (now, signal) => {
    const asked = await Promise.all(parts.dates.map((source) => ask(source, signal)));
    const listings = asked.flatMap(({ listing }) => (listing ? [listing] : []));
    const { changes, ...doubts } = compareCalendar(await ledger.storedReleases(), listings, now);
    await ledger.changeReleases(changes);
    const reading = { at: now, sources: asked.map(({ answer }) => answer), ...doubts };
    await ledger.keepReading(reading);
    for (const [name, news] of await newsOf(ledger, reading)) {
      await announcements.calendar(name, news, now);
    }
  };
}

type Asked = { readonly answer: CalendarReading['sources'][number]; readonly listing?: Listing };

async function ask({ source, authority, ...dates }: ReleaseDates, signal: AbortSignal): Promise<Asked> {
  try {
    const listed = await dates.dates(signal);
    return { answer: { source, listed: listed.length }, listing: { source, authority, dates: listed } };
  } catch (error) {
    if (isProblem(error)) {
      return { answer: { source, listed: 'no answer' } };
    }
    throw error;
  }
}

/** By name: what has been told under a name is not told again. */
async function newsOf(
  ledger: ReleaseLedger,
  { at, disagreements }: CalendarReading,
): Promise<readonly (readonly [name: string, news: CalendarNews])[]> {
  const changes = await ledger.releaseChanges(LATEST);
  const end = endOf(await ledger.storedReleases());
  return [
    ...changes
      .filter((change) => isTold(change) && at - change.at < IS_NEWS)
      .map((change) => [nameOf(change), { about: 'change', change }] as const),
    ...disagreements.map((disagreement) => {
      const { releaseId, other } = disagreement;
      const name = `${releaseId}.${other.source}-says-${other.day ?? 'none'}`;
      return [name, { about: 'disagreement', disagreement }] as const;
    }),
    ...(end !== undefined && end - at < ENDS_SOON
      ? [[`calendar-ends.${newYorkDay(end)}`, { about: 'end', endsAt: end }] as const]
      : []),
  ];
}

/** A release that moved once more has moved; one that only was confirmed has not. */
function isTold({ release, before }: ReleaseChange): boolean {
  const isNew = before?.status !== release.status || before.scheduledAt !== release.scheduledAt;
  return before !== undefined && isNew && TOLD.has(release.status);
}

function nameOf({ release: { id, status, scheduledAt } }: ReleaseChange): string {
  return status === 'moved' ? `${id}.moved-${newYorkDay(scheduledAt)}` : `${id}.${status}`;
}

/** The instant of the last release that will be published on a day of its own, or was. */
export function endOf(releases: readonly Release[]): number | undefined {
  return releases.findLast((release) => isOpen(release) || !TOLD.has(release.status))?.scheduledAt;
}
