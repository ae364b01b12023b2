import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/day-zero.ts';
import type { Forecasts, Print } from '#domain/releases/print.ts';
import { isOpen } from '#domain/releases/release-life.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { chooseForecasts } from '#engine/release/choose-forecasts.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource } from '#ports/sources/print-source.ts';
import type { ReleaseCalendar } from '#ports/sources/release-calendar.ts';
import type { ObservationLedger, ManualPrintLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { ReleaseReport, Services } from '#services/index.ts';
import type { OwnEntries } from '#services/signal/own-entries.ts';
import { endOf } from './refresh-calendar.ts';
import { currentReleases } from './show-calendar.ts';

export type ReleaseParts = {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: PrintSource;
  readonly ledger: Pick<PrintLedger, 'prints'> &
    Pick<ReleaseLedger, 'storedReleases'> &
    Pick<ObservationLedger, 'polls' | 'forecasts'> &
    Pick<ManualPrintLedger, 'manualPrints'>;
  readonly ownEntries: Pick<OwnEntries, 'forecasts'>;
  readonly settings: SettingsStore;
  readonly marketClock: MarketClock;
  readonly watermark?: string;
};

/** Coming releases shown at once. */
const COMING = 6;

/** What is coming, and the latest print of each report as the server's thresholds judge it. */
export function createShowReleases(parts: ReleaseParts): Services['showReleases'] {
  return async (server, signal): Promise<ReleaseReport> => {
    const now = parts.marketClock.now();
    const releases = await currentReleases(parts, signal);
    const { settings } = await parts.settings.read(server);
    const prints = await knownTo(parts, server, now);
    const end = endOf(releases);
    const next = releases.filter((release) => release.scheduledAt > now && isOpen(release)).slice(0, COMING);
    return {
      next,
      expected: await expectedOf(parts, server, next),
      last: await Promise.all(
        latestOfEach(prints).map((print) => judge(parts, { print, releases, settings, signal })),
      ),
      ...(end !== undefined && { calendarEndsAt: end }),
      ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    };
  };
}

/** What was received, and what the server's own stewards typed in where nothing was; oldest first. */
async function knownTo({ ledger }: ReleaseParts, server: string, now: number): Promise<readonly Print[]> {
  const prints = await ledger.prints(now);
  const received = new Set(prints.map(({ releaseId }) => releaseId));
  const own = (await ledger.manualPrints(server)).filter(({ releaseId }) => !received.has(releaseId));
  return [...prints, ...own].toSorted((a, b) => a.receivedAt - b.receivedAt);
}

/** As captured so far: nobody is asked for it. */
async function expectedOf(
  { ledger, ownEntries }: ReleaseParts,
  server: string,
  next: readonly Release[],
): Promise<Readonly<Record<string, Forecasts>>> {
  const all = await Promise.all(
    next.map(async (release) => {
      const { id, scheduledAt } = release;
      const general = chooseForecasts(await ledger.forecasts(id), { order: [], before: scheduledAt });
      return [id, await ownEntries.forecasts(server, release, general)] as const;
    }),
  );
  return Object.fromEntries(all.filter(([, { source, nowcast }]) => source !== undefined || nowcast));
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
  { calendar, ledger, prints }: ReleaseParts,
  { print, releases, settings, signal }: Judged,
): Promise<ReleaseReport['last'][number]> {
  const zero = dayZero(print.releasedAt, calendar);
  const history = (await prints?.history(print.kind, print.scheduledAt, signal)) ?? [];
  const reading = classifyPrint(
    { print, history, dayZero: zero, sessionBefore: calendar.previous(zero) },
    settings,
  );
  const release = releases.find(({ id }) => id === print.releaseId) ?? releaseOf(print);
  const polls = await ledger.polls(print.releaseId);
  return {
    release,
    reading,
    receivedAt: print.receivedAt,
    ...(polls.length > 0 && { polls }),
    ...(print.by !== undefined && { by: print.by }),
  };
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
