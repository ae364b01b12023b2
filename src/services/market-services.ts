import type { Picture } from '../domain/chart.ts';
import type { Decision } from '../domain/decision.ts';
import type { MarketDetails } from '../domain/market-details.ts';
import type { MarketOverview } from '../domain/overview.ts';
import type { Settings } from '../domain/settings.ts';
import { signalChart } from '../engine/chart/signal-chart.ts';
import { marketOverview } from '../engine/evidence/market-overview.ts';
import { marketDetails } from '../engine/market/market-details.ts';
import type { ChartRenderer } from '../ports/chart-renderer.ts';
import type { EvaluateNow } from './evaluate-now.ts';

/** The market as it stands this moment, with a server's thresholds beside it. */
export type MarketAccount = {
  readonly decision: Decision;
  readonly overview: MarketOverview;
  readonly details: MarketDetails;
  readonly settings: Settings;
  /** Printed on the answer; absent on live data. */
  readonly watermark?: string;
};

/** What may be asked of the market. */
export type MarketServices = {
  /** @throws NoLiveSources, SourceUnavailable, SourceChanged */
  readMarket(server: string, signal: AbortSignal): Promise<MarketAccount>;
  /** The signal chart of this moment. @throws what `readMarket` throws, and Error if it could not be drawn */
  drawMarket(
    server: string,
    signal: AbortSignal,
  ): Promise<{ readonly account: MarketAccount; readonly picture: Picture }>;
};

export type MarketParts = {
  readonly evaluateNow: EvaluateNow;
  readonly charts: ChartRenderer;
  readonly watermark?: string;
};

export function createMarketServices({ evaluateNow, charts, watermark }: MarketParts): MarketServices {
  const accountOf = ({ inputs, market, decision }: Awaited<ReturnType<EvaluateNow>>): MarketAccount => ({
    decision,
    overview: marketOverview(inputs.snapshot, inputs.settings),
    details: marketDetails(inputs.snapshot, inputs.settings, market),
    settings: inputs.settings,
    ...(watermark !== undefined && { watermark }),
  });

  return {
    async readMarket(server, signal) {
      return accountOf(await evaluateNow(server, signal));
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
