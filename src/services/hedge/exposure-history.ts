import type { RatioOverride } from '#domain/hedge/ratio-override.ts';
import type { State } from '#domain/signal/decision.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { ratioChart } from '#engine/chart/ratio-chart.ts';
import type { RatioLedger, RecordedReport } from '#ports/ledger/ratio-ledger.ts';
import type { HoldingsServices } from '#services/book/index.ts';

/** How the hedge stood at one stored decision. */
export type RatioPoint = {
  readonly decisionId: string;
  readonly asOf: number;
  readonly state: State;
  /** The programme ratio once the decision was posted. */
  readonly programme: number;
  /** H and H(+10); absent where they could not be told. */
  readonly ratio?: number;
  readonly stressRatio?: number;
  /** Under the headline's shock, a fraction; absent where it could not be told. */
  readonly cover?: number;
  readonly mode?: 'vega' | 'unit';
};

export type ExposureHistory = {
  readonly watermark?: string;
  /** Newest first. */
  readonly points: readonly RatioPoint[];
  /** Newest first. */
  readonly overrides: readonly RatioOverride[];
  /** Absent with fewer than two points. */
  readonly picture?: Picture;
};

type HistoryDeps = Pick<HoldingsServices, 'drawBook'> & {
  readonly ledger: Pick<RatioLedger, 'reports' | 'ratioOverrides'>;
  readonly watermark?: string;
};

/** Evaluations looked back on, and ratios set by hand that are listed. */
const POINTS = 120;
const OVERRIDES = 5;

/** How the hedge stood at each stored decision, and who has set its programme by hand. */
export async function exposureHistory(
  { ledger, drawBook, watermark }: HistoryDeps,
  server: string,
  signal: AbortSignal,
): Promise<ExposureHistory> {
  const points = (await ledger.reports(server, POINTS)).map(pointOf);
  const chart = points.length > 1 ? ratioChart(points.toReversed(), watermark) : undefined;
  return {
    points,
    overrides: await ledger.ratioOverrides(server, OVERRIDES),
    ...(await drawBook(chart, signal)),
    ...(watermark !== undefined && { watermark }),
  };
}

function pointOf({ decision, report }: RecordedReport): RatioPoint {
  const { id, asOf, state, ratio } = decision;
  return {
    decisionId: id,
    asOf,
    state,
    programme: ratio.next,
    ...(report && { mode: report.mode }),
    ...(report?.ratio.known && { ratio: report.ratio.value }),
    ...coverOf(report),
    ...(report?.stressRatio?.known && { stressRatio: report.stressRatio.value }),
  };
}

function coverOf(report: RecordedReport['report']): Pick<RatioPoint, 'cover'> {
  const headline = report?.cover?.[0];
  return headline?.kind === 'cover' ? { cover: headline.cover } : {};
}
