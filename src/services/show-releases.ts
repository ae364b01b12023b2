import type { ExchangeCalendar } from '../calendar/exchange-calendar.ts';
import { dayZero } from '../calendar/day-zero.ts';
import type { Print } from '../domain/print.ts';
import type { Release } from '../domain/release.ts';
import type { Settings } from '../domain/settings.ts';
import { classifyPrint } from '../engine/print/classify-print.ts';
import type { MarketClock } from '../ports/clock.ts';
import type { PrintLedger } from '../ports/ledger.ts';
import type { PrintSource } from '../ports/print-source.ts';
import type { ReleaseCalendar } from '../ports/release-calendar.ts';
import type { SettingsStore } from '../ports/settings-store.ts';
import type { ReleaseAccount, Services } from './index.ts';

export type ReleaseParts = {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: PrintSource;
  readonly ledger: Pick<PrintLedger, 'prints'>;
  readonly settings: SettingsStore;
  readonly marketClock: MarketClock;
  readonly watermark?: string;
};

/** Coming releases shown at once. */
const COMING = 6;

/** Statuses of releases that will not be published on a day of their own any more. */
const WITHDRAWN: ReadonlySet<Release['status']> = new Set(['cancelled', 'merged']);

/** What is coming, and the latest print of each report as the server's thresholds judge it. */
export function createShowReleases(parts: ReleaseParts): Services['showReleases'] {
  return async (server, signal): Promise<ReleaseAccount> => {
    const now = parts.marketClock.now();
    const releases = await parts.releases.releases(signal);
    const { settings } = await parts.settings.read(server);
    const prints = await parts.ledger.prints(now);
    const end = releases.at(-1)?.scheduledAt;
    return {
      next: releases
        .filter(({ scheduledAt, status }) => scheduledAt > now && !WITHDRAWN.has(status))
        .slice(0, COMING),
      last: await Promise.all(
        latestOfEach(prints).map((print) => judge(parts, { print, releases, settings, signal })),
      ),
      ...(end !== undefined && { calendarEndsAt: end }),
      ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    };
  };
}

function latestOfEach(prints: readonly Print[]): readonly Print[] {
  const latest = new Map(prints.map((print) => [print.kind, print]));
  return [...latest.values()].toSorted((a, b) => b.receivedAt - a.receivedAt);
}

type Judged = {
  readonly print: Print;
  readonly releases: readonly Release[];
  readonly settings: Settings;
  readonly signal: AbortSignal;
};

async function judge(
  { calendar, prints }: ReleaseParts,
  { print, releases, settings, signal }: Judged,
): Promise<ReleaseAccount['last'][number]> {
  const zero = dayZero(print.releasedAt, calendar);
  const history = (await prints?.history(print.kind, print.scheduledAt, signal)) ?? [];
  const reading = classifyPrint(
    { print, history, dayZero: zero, sessionBefore: calendar.previous(zero) },
    settings,
  );
  const release = releases.find(({ id }) => id === print.releaseId) ?? releaseOf(print);
  return { release, reading, receivedAt: print.receivedAt };
}

function releaseOf(print: Print): Release {
  return {
    id: print.releaseId,
    kind: print.kind,
    referenceMonth: print.referenceMonth,
    status: 'released',
    scheduledAt: print.scheduledAt,
    source: print.source,
    quality: print.quality,
  };
}
