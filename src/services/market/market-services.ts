import type { Picture } from '#domain/signal/signal-chart.ts';
import type { ContextReading } from '#domain/market/context-reading.ts';
import type { SmallCapStress } from '#domain/market/small-cap-stress.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { stressSmallCaps } from '#engine/stress/stress-small-caps.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { TopicMeasures } from '#domain/signal/topic-measures.ts';
import type { VolatilityReport } from '#domain/market/volatility-report.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { TermCurve } from '#domain/market/term-curve.ts';
import { ILLUSTRATION } from '#engine/book/worked-example.ts';
import { termChart } from '#engine/chart/term-chart.ts';
import { signalChart } from '#engine/chart/signal-chart.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import { termCurve } from '#engine/market/term-curve.ts';
import { topicMeasures } from '#engine/market/topic-measures.ts';
import type { ChartRenderer } from '#ports/chart-renderer.ts';
import type { Log } from '#ports/log.ts';
import { drawBook } from '#services/book/draw-book.ts';
import type { ReadHoldings } from '#services/book/read-holdings.ts';
import type { EvaluateNow } from '#services/signal/evaluate-now.ts';

/** The market as it stands this moment, with a server's thresholds beside it. */
export type MarketReport = {
  readonly decision: Decision;
  readonly overview: VolatilityReport;
  readonly details: TopicMeasures;
  readonly settings: Settings;
  /** Absent where nobody is asked for yields. */
  readonly context?: readonly ContextReading[];
  /** Absent without a yield and a credit spread to begin from. */
  readonly stress?: SmallCapStress;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

/** The same with the curve of VIX futures. */
export type TermReport = MarketReport & { readonly curve: TermCurve; readonly picture?: Picture };

/** What may be asked of the market. */
export type MarketServices = {
  /** @throws NoLiveSources, SourceUnavailable, SourceChanged */
  readMarket(server: string, signal: AbortSignal): Promise<MarketReport>;
  /**
   * The market with the curve of VIX futures, and its picture where two points of it are known.
   *
   * @throws what `readMarket` throws
   */
  readTerm(server: string, signal: AbortSignal): Promise<TermReport>;
  /** The signal chart of this moment. @throws what `readMarket` throws, and Error if it could not be drawn */
  drawMarket(
    server: string,
    signal: AbortSignal,
  ): Promise<{ readonly account: MarketReport; readonly picture: Picture }>;
};

export type MarketParts = {
  readonly evaluateNow: EvaluateNow;
  readonly readHoldings: ReadHoldings;
  readonly charts: ChartRenderer;
  readonly log: Log;
  readonly watermark?: string;
};

export function createMarketServices(parts: MarketParts): MarketServices {
  const { evaluateNow, charts, watermark } = parts;
  const accountOf = ({ inputs, market, decision }: Awaited<ReturnType<EvaluateNow>>): MarketReport => ({
    decision,
    overview: volatilityReport(inputs.snapshot, inputs.settings),
    details: topicMeasures(inputs.snapshot, inputs.settings, market),
    settings: inputs.settings,
    ...contextOf(inputs.snapshot),
    ...(watermark !== undefined && { watermark }),
  });

  return {
    async readMarket(server, signal) {
      return accountOf(await evaluateNow(server, signal));
    },

    async readTerm(server, signal) {
      const found = await evaluateNow(server, signal);
      const { snapshot, settings } = found.inputs;
      const { sources } = await parts.readHoldings({ server }, { settings, now: snapshot.asOf }, signal);
      const curve = termCurve(snapshot, sources, ILLUSTRATION);
      const isLine = curve.futures.length + curve.indices.length > 1;
      const chart = isLine ? termChart(curve, watermark) : undefined;
      return { ...accountOf(found), curve, ...(await drawBook(parts, chart, signal)) };
    },

    async drawMarket(server, signal) {
      const found = await evaluateNow(server, signal);
      const { snapshot, settings } = found.inputs;
      const picture = await charts.drawSignal(
        signalChart(snapshot, settings, found.decision, watermark),
        signal,
      );
      return { account: accountOf(found), picture };
    },
  };
}

function contextOf({ context }: Pick<Snapshot, 'context'>): Pick<MarketReport, 'context' | 'stress'> {
  const stress = context && stressSmallCaps(context);
  return { ...(context && { context }), ...(stress && { stress }) };
}
