import type { ChartRenderer, StudyRenderer } from '#ports/chart-renderer.ts';
import { altText, bookAltText } from './alt-text.ts';

import { checkChart } from './check-chart.ts';
import { DrawingThread, type DrawingThreadParts, startDrawingWorker } from './drawing-thread.ts';

const LIMIT_MILLISECONDS = 30_000;

/**
 * Draws charts as PNGs for Discord's dark theme, 1,100 pixels wide, on a worker thread that the first of them starts.
 *
 * The same chart gives the same bytes. `drawSignal` throws RangeError for a chart that is not sound (no session, a
 * series of another length, a value that is not finite), and the signal's reason once that is aborted.
 */
export function createChartRenderer(parts: Partial<DrawingThreadParts> = {}): ChartRenderer & StudyRenderer {
  const thread = new DrawingThread({
    limitMilliseconds: LIMIT_MILLISECONDS,
    startWorker: startDrawingWorker,
    ...parts,
  });
  return {
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
