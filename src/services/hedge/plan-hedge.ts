import type { BookOwner } from '#domain/book/book-record.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { BookExposure, ContractPlan } from '#domain/hedge/book-exposure.ts';
import { InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import type { HedgePlan, RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { stressTable } from '#engine/account/stress-table.ts';
import { RATIO_PER_CONTRACT } from '#engine/account/count-contracts.ts';
import { PAYOFF_SHOCKS, payoffChart } from '#engine/chart/payoff-chart.ts';
import { planContracts } from '#engine/plan/unit-exposure.ts';
import { planHedge as planCalls } from '#engine/plan/plan-hedge.ts';
import { hedgeCost, hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { type Frame, type Look, type LookDeps, accountOf, frameOf, lookAtBook } from './look-at-book.ts';
import { type ProgrammeDeps, type ProgrammeReading, readProgramme } from './read-programme.ts';

/** Where the step that is planned for comes from: the rules, somebody's question, or what a confirmation would ask. */
export type StepOrigin = 'governed' | 'asked' | 'confirmed';

export type HedgePlanReport = Frame & {
  readonly step: RatioStep;
  readonly origin: StepOrigin;
  readonly meaning: Settings['ratio.meaning'];
  readonly account: BookExposure;
  readonly programme: ProgrammeReading;
  /** One in each style; empty where dollars do not speak. */
  readonly plans: readonly HedgePlan[];
  /** In counted contracts, where dollars do not speak; absent where nothing is counted either. */
  readonly unit?: ContractPlan | 'too-small';
  readonly cost: HedgeCost;
  /** Absent where nothing could be valued. */
  readonly picture?: Picture;
};

/**
 * Whole contracts for a step of the ratio: the one asked for, else the rules', else the one to a confirmed signal.
 *
 * @param to - the vega multiplier to plan for; absent for what the rules ask
 * @throws InvalidRatio if `to` is above the hard cap
 */
export async function planHedge(
  deps: LookDeps & ProgrammeDeps & Pick<HoldingsServices, 'drawBook'>,
  owner: BookOwner,
  to: number | undefined,
  signal: AbortSignal,
): Promise<HedgePlanReport> {
  const look = await lookAtBook(deps, owner, signal);
  const { holdings, settings } = look;
  const cap = settings['ratio.hardCap'];
  if (to !== undefined && to > cap) {
    throw new InvalidRatio('above-hard-cap', to, cap);
  }
  const programme = await readProgramme(deps, owner.server, signal);
  const account = accountOf(look);
  const { step, origin } = stepOf(programme, to, settings);
  const frame = frameOf(deps, look);
  return {
    ...frame,
    step,
    origin,
    meaning: settings['ratio.meaning'],
    account,
    programme,
    ...plansOf(look, account, { step, meaning: settings['ratio.meaning'] }),
    cost: hedgeCost(hedgeFlows(holdings.lots), holdings.today, settings),
    ...(await deps.drawBook(payoffOf(look, account, frame), signal)),
  };
}

/** The step that is planned for while nobody names one. */
export function stepOf(
  { programme, now }: ProgrammeReading,
  to: number | undefined,
  settings: Settings,
): { readonly step: RatioStep; readonly origin: StepOrigin } {
  const from = programme.ratio;
  if (to !== undefined) {
    return { step: { from, to }, origin: 'asked' };
  }
  return now && now.step !== 0
    ? { step: { from, to: now.next }, origin: 'governed' }
    : { step: { from, to: settings['ratio.confirmed'] }, origin: 'confirmed' };
}

export type Plans = { readonly plans: readonly HedgePlan[]; readonly unit?: ContractPlan | 'too-small' };

/** Plans in the measure that speaks: dollars, or contracts that are only counted. */
export function plansOf(
  { holdings, settings }: Look,
  account: BookExposure,
  { step, meaning }: { readonly step: RatioStep; readonly meaning: Settings['ratio.meaning'] },
): Plans {
  if (account.vega && !account.vega.isPartial) {
    return {
      plans: planCalls({
        account: account.vega,
        stress: account.stress ?? [],
        hedges: holdings.positions.hedges,
        sources: holdings.sources,
        geometry: holdings.geometry,
        settings,
        step,
        meaning,
      }),
    };
  }
  const { unit } = account;
  return unit && unit.condors > 0
    ? { plans: [], unit: countedPlan(unit, settings, { step, meaning }) }
    : { plans: [] };
}

function countedPlan(
  { condors, hedge }: NonNullable<BookExposure['unit']>,
  settings: Settings,
  { step, meaning }: { readonly step: RatioStep; readonly meaning: Settings['ratio.meaning'] },
): ContractPlan | 'too-small' {
  const weights = settings['layers.perTenCondors'];
  return planContracts({
    ...step,
    meaning,
    weights,
    hedge: weights.map((_, layer) => hedge[layer]?.contracts ?? 0),
    perContract: RATIO_PER_CONTRACT / condors,
  });
}

/** Nothing where nothing could be valued. */
function payoffOf({ holdings, settings }: Look, { vega }: BookExposure, frame: Frame): BookChart | undefined {
  if (!vega || vega.condors.values.length + vega.hedge.rows.flatMap(({ values }) => values).length === 0) {
    return undefined;
  }
  const { positions, sources, geometry } = holdings;
  const rows = stressTable(
    {
      positions,
      book: priceBook(positions, sources),
      expirations: settings['exposure.expirations'],
      geometry,
    },
    PAYOFF_SHOCKS,
  );
  return payoffChart(rows, frame);
}
