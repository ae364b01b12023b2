import type { ContextReading, SmallCapStress } from '#domain/market/market-context.ts';
import type { VolatilityReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { TopicMeasures } from '#domain/signal/evidence.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { volatilityReport } from '#engine/evidence/volatility-report.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { topicMeasures } from '#engine/market/topic-measures.ts';
import { stressSmallCaps } from '#engine/stress/stress-small-caps.ts';
import type { EvaluationServices } from '#services/signal/index.ts';

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

export type MarketDeps = Pick<EvaluationServices, 'decideNow'> & { readonly watermark?: string };

/** @throws NoLiveSources, SourceUnavailable, SourceChanged */
export async function readMarket(
  deps: MarketDeps,
  server: string,
  signal: AbortSignal,
): Promise<MarketReport> {
  return marketReport(await deps.decideNow(server, signal), deps.watermark);
}

/** What one look at the market says to people. */
export function marketReport(
  {
    decision,
    market,
    snapshot,
    settings,
  }: {
    readonly decision: Decision;
    readonly market: MarketMeasures;
    readonly snapshot: Snapshot;
    readonly settings: Settings;
  },
  watermark: string | undefined,
): MarketReport {
  const { context } = snapshot;
  const stress = context && stressSmallCaps(context);
  return {
    decision,
    overview: volatilityReport(snapshot, settings),
    details: topicMeasures(snapshot, settings, market),
    settings,
    ...(context && { context }),
    ...(stress && { stress }),
    ...(watermark !== undefined && { watermark }),
  };
}
