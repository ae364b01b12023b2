import type { Picture } from '#domain/signal/signal-chart.ts';
import { signalChart } from '#engine/chart/signal-chart.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import { type MarketDeps, marketReport, type MarketReport } from './read-market.ts';

/**
 * The signal chart of this moment.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged; Error if it could not be drawn
 */
export async function drawMarket(
  { decideNow, charts, watermark }: MarketDeps & { readonly charts: Pick<ChartRenderer, 'drawSignal'> },
  server: string,
  signal: AbortSignal,
): Promise<{ readonly account: MarketReport; readonly picture: Picture }> {
  const look = await decideNow(server, signal);
  const { snapshot, settings, decision } = look;
  const picture = await charts.drawSignal(signalChart(snapshot, settings, decision, watermark), signal);
  return { account: marketReport(look, watermark), picture };
}
