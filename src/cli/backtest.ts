import { backtestGrid } from '#config/backtest-grid.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { thresholds } from '#config/thresholds.ts';
import { createBacktestReport } from '#adapters/backtest-report/backtest-report.ts';
import { headline } from '#adapters/backtest-report/headline.ts';
import { assertWritable, writeReport } from '#adapters/backtest-report/write-report.ts';
import { createHistoryArchive } from '#adapters/history/history-archive.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { createChartRenderer } from '#charts/create-chart-renderer.ts';
import { backtestRequest } from '#engine/backtest/backtest-request.ts';
import { historyTimeline } from '#engine/backtest/history-timeline.ts';
import { runThrough } from '#engine/backtest/play-history.ts';
import { studyHistory } from '#engine/backtest/study-history.ts';
import { BACKTEST_USAGE, type BacktestArguments, readBacktestArguments } from './backtest-arguments.ts';
import { createProgressBar } from './progress-bar.ts';
import { SEED } from '#wiring/process-parts.ts';
import { runProgram, WrongUse } from './command-line.ts';

async function run(args: readonly string[]): Promise<void> {
  const request = readBacktestArguments(args);
  if (request.help) {
    console.log(BACKTEST_USAGE);
    return;
  }
  const { out } = request;
  if (out === undefined || request.history.length === 0) {
    throw new WrongUse(`A backtest needs --history and --out.\n\n${BACKTEST_USAGE}`);
  }
  assertWritable(out);
  const started = performance.now();
  const study = await playAll(request);
  const charts = createChartRenderer();
  try {
    const files = await createBacktestReport(charts).files(study, new AbortController().signal);
    writeReport(out, files);
    const seconds = ((performance.now() - started) / 1_000).toFixed(1);
    console.log(
      `${headline(study)}\n\n${files.map(({ name }) => name).join(', ')} written to ${out} in ${seconds} s.`,
    );
  } finally {
    await charts.stop();
  }
}

async function playAll({ history, from, until, preset, set }: BacktestArguments) {
  const timeline = historyTimeline(
    await createHistoryArchive(history).read(),
    exchangeCalendar(exchangeFacts),
  );
  const request = backtestRequest(timeline, thresholds, backtestGrid, {
    values: set,
    from,
    seed: SEED,
    ...(until !== undefined && { until }),
    ...(preset !== undefined && { preset }),
  });
  const bar = createProgressBar(process.stderr, 'sessions');
  try {
    return runThrough(studyHistory(timeline, request), ({ done, all }) => bar.tell(done, all));
  } finally {
    bar.clear();
  }
}

runProgram(run);
