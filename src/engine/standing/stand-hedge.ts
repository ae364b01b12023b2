import type { ExposureAccount, StressRow, VegaAccount } from '#domain/hedge/exposure-account.ts';
import type { HedgeStanding, StandingRow } from '#domain/hedge/hedge-standing.ts';
import type { Provenance } from '#domain/market/reading.ts';
import { exposureAccount } from '#engine/account/exposure-account.ts';
import { condorView } from '#engine/condor/condor-view.ts';
import { hedgeCost } from '#engine/upkeep/hedge-cost.ts';
import { hedgeFlows } from '#engine/upkeep/hedge-flows.ts';
import { rollsDue } from '#engine/upkeep/rolls-due.ts';
import { dragOf } from './drag-of.ts';
import { planStep } from './plan-step.ts';
import type { StandingCase } from './standing-case.ts';

/** VIX points of the shock that H is shown beside. */
const SHOWN_SHOCK = 10;

/** How a hedge stands beside a decision: measured, planned, due, paid for, and next to its condors. */
export function standHedge(given: StandingCase): HedgeStanding {
  const { positions, settings, today, lots } = given;
  const account = exposureAccount(given);
  return {
    ...measured(account),
    meaning: settings['ratio.meaning'],
    isIllustration: [...positions.condors, ...positions.hedges].every((lot) => lot.isIllustration === true),
    plans: planStep(given, account),
    rolls: rollsDue(positions.hedges, today, settings),
    cost: hedgeCost(hedgeFlows(lots), today, settings),
    breakEvens: breakEvensOf(given),
    ...dragOf(given),
  };
}

type Measured = Omit<
  HedgeStanding,
  'meaning' | 'isIllustration' | 'plans' | 'rolls' | 'cost' | 'breakEvens' | 'drag'
>;

function measured(account: ExposureAccount): Measured {
  const { mode, unitReason, ratio, unit, vega, afterNextExpiry } = account;
  const stress = account.stress?.find(isShownShock);
  return {
    mode,
    ...(unitReason && { unitReason }),
    ratio,
    ...(stress && { stressRatio: stress.ratio }),
    ...(afterNextExpiry && { afterNextExpiry }),
    condors: unit?.condors ?? 0,
    ...(vega ? valuedOf(vega) : { rows: [], unvalued: [] }),
  };
}

function isShownShock({ shift }: StressRow): boolean {
  return shift.volPoints === SHOWN_SHOCK && shift.spotPercent === 0;
}

function valuedOf(
  vega: VegaAccount,
): Pick<HedgeStanding, 'rows' | 'unvalued' | 'oldestMark' | 'condorExposure' | 'condorVega'> {
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
}: StandingCase): HedgeStanding['breakEvens'] {
  const view = { sources, dailyRange, isConfirmed: isConfirmed(decision), settings };
  return positions.condors.map((lot) => ({ lotId: lot.id, buffer: condorView(lot, view).buffer }));
}

function isConfirmed({ state }: StandingCase['decision']): boolean {
  return state === 'CAPITULATION';
}

function condorTotals({ condors }: VegaAccount): Pick<HedgeStanding, 'condorExposure' | 'condorVega'> {
  return { condorExposure: condors.totals.exposure, condorVega: condors.totals.vega };
}

function summariseRow(row: VegaAccount['hedge']['rows'][number]): StandingRow {
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
function oldestMark({ condors, hedge }: VegaAccount): Provenance | undefined {
  const values = [...condors.values, ...hedge.rows.flatMap((row) => row.values)];
  const marks = values.flatMap(({ forward, volatility }) => [forward, ...(volatility ? [volatility] : [])]);
  const [oldest] = marks.toSorted((first, second) => first.asOf - second.asOf);
  return oldest && { asOf: oldest.asOf, source: oldest.source, quality: oldest.quality };
}
