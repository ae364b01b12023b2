import { newYorkDay } from '#calendar/new-york.ts';
import type { CalendarNews } from '#domain/delivery/alert.ts';
import { DAY } from '#domain/duration.ts';
import type { CalendarReading } from '#domain/releases/calendar-reading.ts';
import { isProblem } from '#domain/problem.ts';
import { type Release, type ReleaseChange, isOpen } from '#domain/releases/release.ts';
import { compareCalendar } from '#engine/release/compare-calendar.ts';
import type { Listing } from '#engine/release/listing.ts';
import type { ReleaseDates } from '#ports/sources/release-data.ts';
import type { ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { AlertServices } from '#services/delivery/index.ts';

type RefreshDeps = Pick<AlertServices, 'alertServers'> & {
  /** Who lists dates; absent where the calendar is recorded and never read again. */
  readonly dates?: readonly ReleaseDates[];
  readonly ledger: ReleaseLedger & Pick<ObservationLedger, 'keepReading'>;
};

/** Milliseconds before the last known release from which people are told that the calendar ends. */
const ENDS_SOON = 45 * DAY;

/** Milliseconds for which a change is news, so that one whose telling was interrupted is told at the next reading. */
const IS_NEWS = 3 * DAY;

/** Changes looked through for news. */
const LATEST = 200;

const TOLD: ReadonlySet<Release['status']> = new Set(['moved', 'cancelled', 'merged']);

/** Reads the dates of every source again, stores what has changed, and announces it. A source that does not answer is noted. */
export async function refreshCalendar(deps: RefreshDeps, now: number, signal: AbortSignal): Promise<void> {
  const { dates = [], ledger } = deps;
  const answers = await Promise.all(dates.map((source) => ask(source, signal)));
  const listings = answers.flatMap(({ listing }) => (listing ? [listing] : []));
  const { changes, ...doubts } = compareCalendar(await ledger.storedReleases(), listings, now);
  await ledger.changeReleases(changes);
  const reading = { at: now, sources: answers.map(({ answer }) => answer), ...doubts };
  await ledger.keepReading(reading);
  for (const [id, news] of await newsOf(ledger, reading)) {
    await deps.alertServers({ id, kind: 'calendar', content: () => ({ form: 'calendar', news }) }, now);
  }
}

type CalendarAnswer = { readonly answer: CalendarReading['sources'][number]; readonly listing?: Listing };

async function ask(
  { source, authority, ...dates }: ReleaseDates,
  signal: AbortSignal,
): Promise<CalendarAnswer> {
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
