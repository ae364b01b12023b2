import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { Log } from '#ports/log.ts';

/** A picture that fails never holds the words back. */
export async function drawBook(
  { charts, log }: { readonly charts: Pick<ChartRenderer, 'drawBook'>; readonly log: Pick<Log, 'error'> },
  chart: BookChart | undefined,
  signal: AbortSignal,
): Promise<{ readonly picture?: Picture }> {
  if (!chart) {
    return {};
  }
  try {
    return { picture: await charts.drawBook(chart, signal) };
  } catch (error) {
    log.error('picture of a book not drawn', error, { title: chart.title });
    return {};
  }
}
