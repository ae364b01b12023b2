import type { BookExposure, StressRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type { HedgeReport, HedgeReportRow } from '#domain/hedge/hedge-report.ts';
import type { Provenance } from '#domain/market/reading.ts';
import { bookExposure } from './book-exposure.ts';
import { condorReport } from '#engine/condor/condor-report.ts';
import { hedgeCost, hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import { bookLayers } from '#engine/upkeep/base-size.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import { condorDrag } from '#engine/condor/condor-drag.ts';
import type { HedgeReportCase } from './hedge-report-case.ts';

/** VIX points of the shock that H is shown beside. */
const SHOWN_SHOCK = 10;

/** How a hedge stands beside a decision: measured, due, paid for, and next to its condors. */
export function hedgeReport(hedgeReportCase: HedgeReportCase): HedgeReport {
  const { positions, settings, today, lots } = hedgeReportCase;
  const account = bookExposure(hedgeReportCase);
  return {
    ...measured(account),
    meaning: settings['ratio.meaning'],
    isIllustration: [...positions.condors, ...positions.hedges].every((lot) => lot.isIllustration === true),
    rolls: rollsDue(positions.hedges, today, settings),
    layers: bookLayers(hedgeReportCase),
    cost: hedgeCost(hedgeFlows(lots), today, settings),
    breakEvens: breakEvensOf(hedgeReportCase),
    ...condorDrag(hedgeReportCase),
  };
}

type Measured = Omit<
  HedgeReport,
  'meaning' | 'isIllustration' | 'rolls' | 'layers' | 'cost' | 'breakEvens' | 'drag'
>;

function measured(account: BookExposure): Measured {
  const { mode, unitReason, ratio, unit, vega, afterNextExpiry } = account;
  const stress = account.stress?.find(isShownShock);
  return {
    mode,
    ...(unitReason && { unitReason }),
    ratio,
    ...coverOf(account),
    ...(stress && { stressRatio: stress.ratio }),
    ...(afterNextExpiry && { afterNextExpiry }),
    condors: unit?.condors ?? vega?.condors.contracts ?? 0,
    ...(vega ? valuedOf(vega) : { rows: [], unvalued: [] }),
  };
}

function coverOf({ cover, isShortDated }: BookExposure): Pick<HedgeReport, 'cover' | 'isShortDated'> {
  return { ...(cover && { cover }), ...(isShortDated && { isShortDated }) };
}

function isShownShock({ shift }: StressRow): boolean {
  return shift.volPoints === SHOWN_SHOCK && shift.spotPercent === 0;
}

function valuedOf(
  vega: VegaExposure,
): Pick<HedgeReport, 'rows' | 'unvalued' | 'oldestMark' | 'condorExposure' | 'condorVega'> {
  const oldest = oldestMark(vega);
  return {
    rows: vega.hedge.rows.map(summariseRow),
    unvalued: vega.unvalued.map(({ lotId, reason }) => ({ lotId, reason })),
    ...(oldest && { oldestMark: oldest }),
    ...(vega.condors.values.length > 0 && condorTotals(vega)),
  };
}

function breakEvensOf({
  positions,
  sources,
  dailyRange,
  decision,
  settings,
}: HedgeReportCase): HedgeReport['breakEvens'] {
  const view = { sources, dailyRange, isConfirmed: isConfirmed(decision), settings };
  return positions.condors.map((lot) => ({ lotId: lot.id, buffer: condorReport(lot, view).buffer }));
}

function isConfirmed({ state }: HedgeReportCase['decision']): boolean {
  return state === 'CAPITULATION';
}

function condorTotals({ condors }: VegaExposure): Pick<HedgeReport, 'condorExposure' | 'condorVega'> {
  return { condorExposure: condors.totals.exposure, condorVega: condors.totals.vega };
}

function summariseRow(row: VegaExposure['hedge']['rows'][number]): HedgeReportRow {
  const { expiry, layers, contracts, exposure, ratio, isCounted } = row;
  return {
    ...(expiry !== undefined && { expiry }),
    layers,
    contracts,
    ...(exposure !== undefined && { exposure }),
    ratio,
    isCounted,
  };
}

/** A total is as old as the oldest price in it. */
function oldestMark({ condors, hedge }: VegaExposure): Provenance | undefined {
  const values = [...condors.values, ...hedge.rows.flatMap((row) => row.values)];
  const marks = values.flatMap(({ forward, volatility }) => [forward, ...(volatility ? [volatility] : [])]);
  const [oldest] = marks.toSorted((first, second) => first.asOf - second.asOf);
  return oldest && { asOf: oldest.asOf, source: oldest.source, quality: oldest.quality };
}
