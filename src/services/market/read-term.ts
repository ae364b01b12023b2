import type { Picture } from '#domain/signal/signal-chart.ts';
import type { SkewIndex, SlopeThen, TermCurve, TermHistory } from '#domain/market/term-curve.ts';
import type { BetaEstimate } from '#domain/hedge/valuation.ts';
import { termChart } from '#engine/chart/term-chart.ts';
import { skewIndex } from '#engine/market/skew-index.ts';
import { slopeBefore } from '#engine/market/slope-before.ts';
import type { RiskReversal } from '#engine/pricing/risk-reversal.ts';
import { betaSessions, estimateBeta } from '#engine/valuation/estimate-beta.ts';
import { indexSkew } from '#engine/valuation/index-skew.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import type { PositionMarks } from '#ports/sources/market-data.ts';
import { termCurve } from '#engine/market/term-curve.ts';
import type { PriceSources } from '#engine/valuation/price-book.ts';
import type { DecisionNow } from '#services/signal/index.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { type MarketDeps, marketReport, type MarketReport } from './read-market.ts';

/** Days left of the future whose beta is shown: the two nearest months lie around it. */
const BETA_DAYS = 30;

/** The market with the curve of VIX futures. */
export type TermReport = MarketReport & {
  readonly curve: TermCurve;
  /** The curve at the close before the event's last print; absent without an event. */
  readonly beforePrint?: SlopeThen;
  /** SPX options at 30 days; absent where neither quotes nor the model give it. */
  readonly skew?: RiskReversal;
  /** Absent where nobody recorded it. */
  readonly skewIndex?: SkewIndex;
  /** Of a future of 30 days; absent where nobody recorded the year before. */
  readonly beta?: BetaEstimate;
  readonly picture?: Picture;
};

/**
 * The market with the curve of VIX futures, and its picture where two points of it are known.
 *
 * @throws NoLiveSources, SourceUnavailable, SourceChanged
 */
export async function readTerm(
  deps: MarketDeps &
    Pick<HoldingsServices, 'readHoldings' | 'drawBook'> & {
      readonly marks?: Pick<PositionMarks, 'termHistory' | 'skewHistory'>;
    },
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
  const history = await deps.marks?.termHistory?.(snapshot.asOf);
  const skews = await deps.marks?.skewHistory?.(snapshot.asOf);
  const level = skews && skewIndex(skews, snapshot.lastSession);
  return {
    ...marketReport(look, watermark),
    curve,
    ...besideCurve(look, sources, history),
    ...(level && { skewIndex: level }),
    ...(await deps.drawBook(chart, signal)),
  };
}

/** What is known of the curve before the print, of skew and of beta. */
function besideCurve(
  { decision, snapshot, settings }: DecisionNow,
  sources: PriceSources,
  history: TermHistory | undefined,
): Pick<TermReport, 'beforePrint' | 'skew' | 'beta'> {
  const { event } = decision;
  const beforePrint = event && slopeBefore(snapshot.market, settings, event.dayZero);
  const skew = indexSkew(sources);
  return {
    ...(beforePrint && { beforePrint }),
    ...(skew && { skew }),
    ...(history && {
      beta: estimateBeta(BETA_DAYS, betaSessions(history.sessions, BETA_DAYS), volGeometry()),
    }),
  };
}
