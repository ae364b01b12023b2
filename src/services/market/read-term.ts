import type { Picture } from '#domain/signal/signal-chart.ts';
import type { TermCurve } from '#domain/market/term-curve.ts';
import { termChart } from '#engine/chart/term-chart.ts';
import { termCurve } from '#engine/market/term-curve.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { type MarketDeps, marketReport, type MarketReport } from './read-market.ts';

/** The market with the curve of VIX futures. */
export type TermReport = MarketReport & { readonly curve: TermCurve; readonly picture?: Picture };

/**
 * The market with the curve of VIX futures, and its picture where two points of it are known.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function readTerm(
  deps: MarketDeps & Pick<HoldingsServices, 'readHoldings' | 'drawBook'>,
  server: string,
  signal: AbortSignal,
): Promise<TermReport> {
  const { watermark } = deps;
  const look = await deps.decideNow(server, signal);
  const { snapshot, settings } = look;
  const { sources } = await deps.readHoldings({ server }, { settings, now: snapshot.asOf }, signal);
  const curve = termCurve(snapshot, sources);
  const isLine = curve.futures.length + curve.indices.length > 1;
  const chart = isLine ? termChart(curve, watermark) : undefined;
  return { ...marketReport(look, watermark), curve, ...(await deps.drawBook(chart, signal)) };
}
