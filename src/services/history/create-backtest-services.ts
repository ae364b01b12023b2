import { NoHistory } from '#domain/history/history-problem.ts';
import { ReplayRunning } from '#domain/problem.ts';
import { type BacktestGrid, backtestRequest, changesBetween } from '#engine/backtest/backtest-request.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { shadowSettings } from '#engine/backtest/shadow-settings.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import type { BacktestReport } from '#ports/backtest-report.ts';
import type { HistoryArchive } from '#ports/sources/history-archive.ts';
import type { BacktestServices } from './backtest-services.ts';
import { type BotHistoryParts, createBotHistory, rememberRead } from './bot-history.ts';
import { createEditServices, type EditParts, wishedValues } from '#services/settings/edit-thresholds.ts';
import { runInSlices } from './run-in-slices.ts';

/** What looking back takes besides the parts of every steward. */
export type LookingBack = {
  /** The operator's folder; absent where none is named. */
  readonly archive?: HistoryArchive;
  readonly report: BacktestReport;
  readonly grid: BacktestGrid;
  readonly seed: number;
  /** Lets everything else that waits go first. */
  readonly breathe: () => Promise<void>;
};

export type BacktestParts = EditParts &
  Omit<BotHistoryParts, 'archive'> & { readonly lookingBack: LookingBack };

/** The first day 0 of a backtest: from here on the calendar of the Fed is known. */
const FROM = '2010-01-01';

/** Thresholds over the history that the bot has. */
export function createBacktestServices(parts: BacktestParts): BacktestServices {
  const { archive } = parts.lookingBack;
  return {
    ...createEditServices(parts),
    previewThresholds: createPreview(parts, createBotHistory({ ...parts, ...(archive && { archive }) })),
    backtest: createBacktest(parts, rememberRead(archive)),
  };
}

function createPreview(
  { settings, thresholds, calendar, wallClock, lookingBack }: BacktestParts,
  readHistory: ReturnType<typeof createBotHistory>,
): BacktestServices['previewThresholds'] {
  return async (server, wish, signal) => {
    const kept = await settings.read(server);
    const wished = thresholds.changeAll(kept.settings, wishedValues(thresholds, wish));
    const found = await readHistory(signal);
    const timeline = found && historyTimeline(found.history, calendar);
    const reading =
      timeline &&
      (await runInSlices(shadowSettings(timeline, kept.settings, wished), {
        ...lookingBack,
        wallClock,
        signal,
      }));
    if (!found || !reading) {
      throw new NoHistory();
    }
    return {
      wish,
      changes: changesBetween(thresholds, kept.settings, wished).map(({ key, value }) => ({
        key,
        from: thresholds.show(kept.settings, key),
        to: value,
      })),
      version: kept.version,
      from: found.from,
      reading,
    };
  };
}

function createBacktest(
  { thresholds, calendar, wallClock, lookingBack }: BacktestParts,
  readFolder: ReturnType<typeof rememberRead>,
): BacktestServices['backtest'] {
  const running = new Set<string>();
  return async ({ preset }, tell, signal) => {
    if (running.size > 0) {
      throw new ReplayRunning('backtest');
    }
    running.add('backtest');
    try {
      const history = await readFolder();
      if (!history) {
        throw new NoHistory();
      }
      const timeline = historyTimeline(history, calendar);
      const request = backtestRequest(timeline, thresholds, lookingBack.grid, {
        values: [],
        from: FROM,
        seed: lookingBack.seed,
        ...(preset !== undefined && { preset }),
      });
      const study = await runInSlices(
        studyHistory(timeline, request),
        { ...lookingBack, wallClock, signal },
        tell,
      );
      return {
        from: study.from,
        until: study.until,
        headline: lookingBack.report.headline(study),
        funnel: study.funnel,
        confirmed: study.rows.filter(({ confirmedOn }) => confirmedOn).map(({ releaseId }) => releaseId),
        files: await lookingBack.report.files(study, signal),
      };
    } finally {
      running.delete('backtest');
    }
  };
}
