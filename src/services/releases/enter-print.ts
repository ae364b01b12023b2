import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { dayZero } from '#calendar/known-at.ts';
import type { Print, PrintReading } from '#domain/releases/print.ts';
import { type Problem, isProblem } from '#domain/problem.ts';
import { ImpossibleFigure, ReleaseNotAwaited } from '#domain/releases/release-problem.ts';
import type { Release } from '#domain/releases/release.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { MANUAL } from '#engine/release/choose-forecasts.ts';
import { composePrint } from '#engine/release/compose-print.ts';
import type { PrintLedger } from '#ports/ledger/ledger.ts';
import type { ManualPrintLedger } from '#ports/ledger/release-ledger.ts';
import type { SettingsStore } from '#ports/ledger/settings-store.ts';
import type { PrintSource } from '#ports/sources/release-data.ts';
import type { EvaluationServices } from '#services/signal/index.ts';
import {
  type ConsensusEntry,
  type ForecastDeps,
  awaitedRelease,
  figuresOf,
  ownForecasts,
} from './typed-figures.ts';

export type PrintEntry = ConsensusEntry & {
  /** `YYYY-MM`, as the publication says it. */
  readonly referenceMonth: string;
};

export type EnteredPrint = {
  readonly release: Release;
  readonly print: Print;
  readonly reading: PrintReading;
  /** Whether the server was evaluated with it; false while no market data are connected. */
  readonly isEvaluated: boolean;
  readonly watermark?: string;
};

type EntryDeps = Parameters<typeof awaitedRelease>[0] &
  ForecastDeps &
  Pick<EvaluationServices, 'evaluateServers'> & {
    readonly calendar: ExchangeCalendar;
    readonly prints?: Pick<PrintSource, 'history'>;
    readonly ledger: Pick<ManualPrintLedger, 'keepManualPrint'> & Pick<PrintLedger, 'prints'>;
    readonly settings: Pick<SettingsStore, 'read'>;
    readonly watermark?: string;
  };

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/;

/**
 * Stores figures that a steward read elsewhere because no source shows them, and evaluates this server with them.
 *
 * @throws ReleaseNotAwaited or ImpossibleFigure
 */
export async function enterPrint(
  deps: EntryDeps,
  server: string,
  entry: PrintEntry,
  signal: AbortSignal,
): Promise<EnteredPrint> {
  const { ledger, marketClock, watermark } = deps;
  const now = marketClock.now();
  const release = await awaitedRelease(deps, entry.release, signal);
  if (release.scheduledAt > now) {
    throw new ReleaseNotAwaited(release.id, 'ahead');
  }
  const print = await printOf(deps, { server, entry, release, now, signal });
  const isPrinted = (await ledger.prints(now)).some(({ releaseId }) => releaseId === release.id);
  if (isPrinted || (await ledger.keepManualPrint(server, print)) === 'already') {
    throw new ReleaseNotAwaited(release.id, 'published');
  }
  return {
    release,
    print,
    isEvaluated: await evaluateOne(deps, { server, release, now, signal }),
    reading: await judge(deps, server, print, signal),
    ...(watermark !== undefined && { watermark }),
  };
}

/** What the market's sources may fail with. */
const OUTSIDE: ReadonlySet<Problem['code']> = new Set([
  'no-live-sources',
  'source-unavailable',
  'source-changed',
]);

type One = {
  readonly server: string;
  readonly release: Release;
  readonly now: number;
  readonly signal: AbortSignal;
};

/** When the figures were public nobody knows; by their instant at the earliest. */
async function printOf(
  deps: EntryDeps,
  { server, entry, release, now, signal }: One & { readonly entry: PrintEntry },
): Promise<Print> {
  const { by, figures, referenceMonth } = entry;
  if (
    !MONTH.test(referenceMonth) ||
    referenceMonth >= newYorkDay(release.scheduledAt).slice(0, 'YYYY-MM'.length)
  ) {
    throw new ImpossibleFigure('month');
  }
  const earlier = await deps.ledger.prints(now);
  const last = earlier.findLast(({ kind, releaseId }) => kind === release.kind && releaseId !== release.id);
  const print = composePrint({
    release,
    shown: { referenceMonth, figures: figuresOf(figures, 'actual'), values: '', quality: 'manual' },
    source: MANUAL,
    forecasts: await ownForecasts(deps, server, release, signal),
    ...(last && { last }),
    releasedAt: release.scheduledAt,
    receivedAt: now,
  });
  return { ...print, by };
}

/** Without market data the figures are kept all the same; the next evaluation makes something of them. */
async function evaluateOne(
  { calendar, evaluateServers }: EntryDeps,
  { server, release, now, signal }: One,
): Promise<boolean> {
  const session = dayZero(release.scheduledAt, calendar);
  const evaluation = { kind: 'print', session, releaseId: release.id } as const;
  try {
    return (await evaluateServers({ evaluation, now, only: server }, signal)) > 0;
  } catch (error) {
    if (isProblem(error) && OUTSIDE.has(error.code)) {
      return false;
    }
    throw error;
  }
}

async function judge(
  { calendar, prints, settings }: EntryDeps,
  server: string,
  print: Print,
  signal: AbortSignal,
): Promise<PrintReading> {
  const zero = dayZero(print.releasedAt, calendar);
  const history = (await prints?.history(print.kind, print.scheduledAt, signal)) ?? [];
  const known = { print, history, dayZero: zero, sessionBefore: calendar.previous(zero) };
  return classifyPrint(known, (await settings.read(server)).settings);
}
