import { DAY } from '#domain/duration.ts';
import { isOpen, type ReleaseChange } from '#domain/releases/release-life.ts';
import type { Release } from '#domain/releases/release.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import { endOf } from './refresh-calendar.ts';
import type { ReleaseServices } from './release-services.ts';

export type CalendarParts = {
  readonly releases: ReleaseCalendar;
  readonly ledger: ReleaseLedger & Pick<ObservationLedger, 'latestReading'> & Pick<PrintLedger, 'prints'>;
  readonly marketClock: MarketClock;
  readonly watermark?: string;
};

/** Milliseconds for which a release that is past is still listed. */
const LOOK_BACK = 45 * DAY;

/** Milliseconds after its instant for which figures may be typed in: no window is open longer. */
const AWAITED = 14 * DAY;

const SHOWN_CHANGES = 8;
const LOOKED_THROUGH = 100;

/** The calendar with what has become of it, and who says so. */
export function createShowCalendar(
  parts: CalendarParts,
): Pick<ReleaseServices, 'showCalendar' | 'findReleases'> {
  const { ledger, marketClock, watermark } = parts;
  return {
    async showCalendar(signal) {
      const now = marketClock.now();
      const releases = await currentReleases(parts, signal);
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
    },

    async findReleases(which, signal) {
      const now = marketClock.now();
      const open = (await currentReleases(parts, signal)).filter(isOpen);
      if (which === 'coming') {
        return open.filter(({ scheduledAt }) => scheduledAt > now);
      }
      const printed = new Set((await ledger.prints(now)).map(({ releaseId }) => releaseId));
      return open
        .filter(({ scheduledAt }) => scheduledAt <= now && scheduledAt > now - AWAITED)
        .filter(({ id }) => !printed.has(id));
    },
  };
}

/** The calendar, each release as its stored life says where there is one: a recorded calendar knows no lives. */
export async function currentReleases(
  {
    releases,
    ledger,
  }: { readonly releases: ReleaseCalendar; readonly ledger: Pick<ReleaseLedger, 'storedReleases'> },
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
