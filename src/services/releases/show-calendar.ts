import { DAY } from '#domain/duration.ts';
import { type Release, type ReleaseChange, isOpen } from '#domain/releases/release.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { endOf } from './refresh-calendar.ts';
import type { CalendarReading } from '#domain/releases/calendar-reading.ts';

export type CalendarReport = {
  /** Of the last weeks and to come, oldest first. */
  readonly releases: readonly Release[];
  /** What became of releases, newest first; confirmations left out. */
  readonly changes: readonly ReleaseChange[];
  /** The last time that dates were read; absent before the first. */
  readonly reading?: CalendarReading;
  /** Epoch milliseconds (UTC) of the last release that is known; absent when none is. */
  readonly endsAt?: number;
  readonly watermark?: string;
};

type StoredDeps = {
  readonly releases: ReleaseCalendar;
  readonly ledger: Pick<ReleaseLedger, 'storedReleases'>;
};

type CalendarDeps = StoredDeps & {
  readonly ledger: Pick<ReleaseLedger, 'releaseChanges'> & Pick<ObservationLedger, 'latestReading'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

type FindDeps = StoredDeps & {
  readonly ledger: Pick<PrintLedger, 'prints'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
};

/** Milliseconds for which a release that is past is still listed. */
const LOOK_BACK = 45 * DAY;

/** Milliseconds after its instant for which figures may be typed in: no window is open longer. */
const AWAITED = 14 * DAY;

const SHOWN_CHANGES = 8;
const LOOKED_THROUGH = 100;

/** The calendar with what has become of it, and who says so. */
export async function showCalendar(deps: CalendarDeps, signal: AbortSignal): Promise<CalendarReport> {
  const { ledger, marketClock, watermark } = deps;
  const now = marketClock.now();
  const releases = await currentReleases(deps, signal);
  const changes = await ledger.releaseChanges(LOOKED_THROUGH);
  const reading = await ledger.latestReading();
  const endsAt = endOf(releases);
  return {
    releases: releases.filter(({ scheduledAt }) => scheduledAt > now - LOOK_BACK),
    changes: changes.filter(isNews).slice(0, SHOWN_CHANGES),
    ...(reading && { reading }),
    ...(endsAt !== undefined && { endsAt }),
    ...(watermark !== undefined && { watermark }),
  };
}

/** Releases whose forecasts or figures may be typed in now, soonest first. */
export async function findReleases(
  deps: FindDeps,
  which: 'coming' | 'due',
  signal: AbortSignal,
): Promise<readonly Release[]> {
  const now = deps.marketClock.now();
  const open = (await currentReleases(deps, signal)).filter(isOpen);
  if (which === 'coming') {
    return open.filter(({ scheduledAt }) => scheduledAt > now);
  }
  const printed = new Set((await deps.ledger.prints(now)).map(({ releaseId }) => releaseId));
  return open
    .filter(({ scheduledAt }) => scheduledAt <= now && scheduledAt > now - AWAITED)
    .filter(({ id }) => !printed.has(id));
}

/** The calendar, each release as its stored life says where there is one: a recorded calendar knows no lives. */
export async function currentReleases(
  { releases, ledger }: StoredDeps,
  signal: AbortSignal,
): Promise<readonly Release[]> {
  const stored = new Map((await ledger.storedReleases()).map((release) => [release.id, release]));
  return (await releases.releases(signal)).map((release) => stored.get(release.id) ?? release);
}

function isNews({ release, before }: ReleaseChange): boolean {
  return (
    before !== undefined && (before.status !== release.status || before.scheduledAt !== release.scheduledAt)
  );
}
