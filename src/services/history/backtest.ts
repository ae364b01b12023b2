import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { FunnelStage } from '#domain/history/backtest.ts';
import type { History } from '#domain/history/history.ts';
import { NoHistory } from '#domain/history/history-problem.ts';
import { ReplayRunning } from '#domain/problem.ts';
import type { ThresholdBook } from '#domain/settings/settings.ts';
import { type BacktestGrid, backtestRequest } from '#engine/backtest/backtest-request.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import type { BacktestReport, ReportFile } from '#ports/backtest-report.ts';
import { runInSlices, type SliceDeps } from './run-in-slices.ts';

export type BacktestProgress = { readonly done: number; readonly all: number };

export type BacktestOutcome = {
  readonly from: string;
  readonly until: string;
  readonly headline: string;
  readonly funnel: readonly FunnelStage[];
  readonly confirmed: readonly string[];
  readonly files: readonly ReportFile[];
};

type BacktestDeps = SliceDeps & {
  readonly thresholds: ThresholdBook;
  readonly calendar: ExchangeCalendar;
  readonly report: BacktestReport;
  readonly grid: BacktestGrid;
  readonly seed: number;
  /** The operator's history; `undefined` where there is none. */
  readonly readFolder: () => Promise<History | undefined>;
};

/** The first day 0 of a backtest: from here on the calendar of the Fed is known. */
const FROM = '2010-01-01';

/** Plays every release of the operator's history. @throws NoHistory, HistoryUnusable, UnknownPreset */
export async function backtest(
  deps: BacktestDeps,
  { preset }: { readonly preset?: string },
  tell: (progress: BacktestProgress) => void,
  signal: AbortSignal,
): Promise<BacktestOutcome> {
  const history = await deps.readFolder();
  if (!history) {
    throw new NoHistory();
  }
  const timeline = historyTimeline(history, deps.calendar);
  const request = backtestRequest(timeline, deps.thresholds, deps.grid, {
    values: [],
    from: FROM,
    seed: deps.seed,
    ...(preset !== undefined && { preset }),
  });
  const study = await runInSlices(deps, studyHistory(timeline, request), signal, tell);
  return {
    from: study.from,
    until: study.until,
    headline: deps.report.headline(study),
    funnel: study.funnel,
    confirmed: study.rows.filter(({ confirmedOn }) => confirmedOn).map(({ releaseId }) => releaseId),
    files: await deps.report.files(study, signal),
  };
}

/** Lets one run at a time; whoever asks for a second is refused. */
export function oneAtATime<Args extends readonly unknown[], Answer>(
  run: (...args: Args) => Promise<Answer>,
): (...args: Args) => Promise<Answer> {
  let isRunning = false;
  return async (...args) => {
    if (isRunning) {
      throw new ReplayRunning('backtest');
    }
    isRunning = true;
    try {
      return await run(...args);
    } finally {
      isRunning = false;
    }
  };
}
