import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { dayZero } from '#calendar/known-at.ts';
import type { Poll } from '#domain/releases/poll.ts';
import type { Forecasts, Print, PrintReading } from '#domain/releases/print.ts';
import { type Release, isOpen } from '#domain/releases/release.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { chooseForecasts } from '#engine/release/choose-forecasts.ts';
import type { MarketClock } from '#ports/clock.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { PrintSource, ReleaseCalendar } from '#ports/sources/release-data.ts';
import type { ManualPrintLedger, ObservationLedger, ReleaseLedger } from '#ports/ledger/release-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import { endOf } from './refresh-calendar.ts';
import { currentReleases } from './show-calendar.ts';

export type ReleaseReport = {
  /** Coming ones, soonest first; empty when the calendar has ended. */
  readonly next: readonly Release[];
  /** Epoch milliseconds (UTC) of the last release that the calendar knows; absent when it knows none. */
  readonly calendarEndsAt?: number;
  /** The latest print of each report, newest first. */
  readonly last: readonly {
    readonly release: Release;
    readonly reading: PrintReading;
    readonly receivedAt: number;
    /** Each time that its figures were asked for, oldest first; absent where nobody noted it. */
    readonly polls?: readonly Poll[];
    /** Discord id of the steward who typed them in; absent where a source showed them. */
    readonly by?: string;
  }[];
  /** What is expected of coming releases, by release; absent where nobody forecasts. */
  readonly expected?: Readonly<Record<string, Forecasts>>;
  readonly watermark?: string;
};

type ReleaseDeps = Pick<EvaluationServices, 'withManualForecasts'> & {
  readonly calendar: ExchangeCalendar;
  readonly releases: ReleaseCalendar;
  readonly prints?: Pick<PrintSource, 'history'>;
  readonly ledger: Pick<PrintLedger, 'prints'> &
    Pick<ReleaseLedger, 'storedReleases'> &
    Pick<ObservationLedger, 'polls' | 'forecasts'> &
    Pick<ManualPrintLedger, 'manualPrints'>;
  readonly settings: Pick<SettingsStore, 'read'>;
  readonly marketClock: Pick<MarketClock, 'now'>;
  readonly watermark?: string;
};

/** Coming releases shown at once. */
const COMING = 6;

/** What is coming, and the latest print of each report as the server's thresholds judge it. */
export async function showReleases(
  deps: ReleaseDeps,
  server: string,
  signal: AbortSignal,
): Promise<ReleaseReport> {
  const now = deps.marketClock.now();
  const releases = await currentReleases(deps, signal);
  const { settings } = await deps.settings.read(server);
  const prints = await knownTo(deps, server, now);
  const end = endOf(releases);
  const next = releases.filter((release) => release.scheduledAt > now && isOpen(release)).slice(0, COMING);
  return {
    next,
    expected: await expectedOf(deps, server, next),
    last: await Promise.all(
      latestOfEach(prints).map((print) => judge(deps, { print, releases, settings, signal })),
    ),
    ...(end !== undefined && { calendarEndsAt: end }),
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}

/** What was received, and what the server's own stewards typed in where nothing was; oldest first. */
async function knownTo({ ledger }: ReleaseDeps, server: string, now: number): Promise<readonly Print[]> {
  const prints = await ledger.prints(now);
  const received = new Set(prints.map(({ releaseId }) => releaseId));
  const own = (await ledger.manualPrints(server)).filter(({ releaseId }) => !received.has(releaseId));
  return [...prints, ...own].toSorted((a, b) => a.receivedAt - b.receivedAt);
}

/** As captured so far: nobody is asked for it. */
async function expectedOf(
  { ledger, withManualForecasts }: ReleaseDeps,
  server: string,
  next: readonly Release[],
): Promise<Readonly<Record<string, Forecasts>>> {
  const all = await Promise.all(
    next.map(async (release) => {
      const { id, scheduledAt } = release;
      const general = chooseForecasts(await ledger.forecasts(id), { order: [], before: scheduledAt });
      return [id, await withManualForecasts(server, release, general)] as const;
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
  { calendar, ledger, prints }: ReleaseDeps,
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
