import type { ChartRenderer, StudyRenderer } from '#ports/chart-renderer.ts';
import { alertAltText, altText, bookAltText } from './alt-text.ts';
import { checkAlertChart, checkChart } from './check-chart.ts';
import { DrawingThread, type DrawingThreadParts, startDrawingWorker } from './drawing-thread.ts';

const LIMIT_MILLISECONDS = 30_000;

/**
 * Draws charts as PNGs for Discord's dark theme, 1,100 pixels wide (an alert's 1,200), on a worker thread that the first of them starts.
 *
 * The same chart gives the same bytes. `drawSignal` and `drawAlert` throw RangeError for a chart that is not sound (no session, a
 * series of another length, a value that is not finite), and the signal's reason once that is aborted.
 */
export function createChartRenderer(parts: Partial<DrawingThreadParts> = {}): ChartRenderer & StudyRenderer {
  const thread = new DrawingThread({
    limitMilliseconds: LIMIT_MILLISECONDS,
    startWorker: startDrawingWorker,
    ...parts,
  });
  return {
    async drawAlert(chart, signal) {
      checkAlertChart(chart);
      return { png: await thread.draw(chart, signal), altText: alertAltText(chart) };
    },
    async drawSignal(chart, signal) {
      checkChart(chart);
      return { png: await thread.draw(chart, signal), altText: altText(chart) };
    },
    async drawBook(chart, signal) {
      return { png: await thread.draw(chart, signal), altText: bookAltText(chart) };
    },
    drawStudy: (chart, signal) => thread.draw(chart, signal),
    stop: () => thread.stop(),
  };
}
