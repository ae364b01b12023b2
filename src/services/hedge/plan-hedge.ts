import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { BookExposure, ContractPlan } from '#domain/hedge/book-exposure.ts';
import { InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Picture } from '#domain/signal/signal-chart.ts';
import { stressTable } from '#engine/account/stress-table.ts';
import { RATIO_PER_CONTRACT } from '#engine/account/count-contracts.ts';
import { PAYOFF_SHOCKS, payoffChart } from '#engine/chart/payoff-chart.ts';
import { filledOf, orderReport } from '#engine/plan/order-report.ts';
import { planContracts } from '#engine/plan/unit-exposure.ts';
import { baseSize } from '#engine/upkeep/base-size.ts';
import { LAYERS } from '#engine/valuation/layer-expiries.ts';
import { hedgeCost, hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import type { OrderLedger } from '#ports/ledger/order-ledger.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import { type Frame, type Look, type LookDeps, accountOf, frameOf, lookAtBook } from './look-at-book.ts';
import { type PlanBook, planBook, type PlannedOpening, planOpening, weighOpening } from './plan-opening.ts';
import { type ProgrammeDeps, type ProgrammeReading, readProgramme } from './read-programme.ts';

/**
 * Where the step that is planned for comes from: an order that is open, the rules, what they asked before and the
 * book has not followed, somebody's question, or what a confirmation would ask.
 */
export type StepOrigin = 'open-order' | 'governed' | 'owed' | 'asked' | 'confirmed';

export type HedgePlanReport = Frame &
  PlannedOpening & {
    /** From the filled multiplier; from what the rules have adopted where nothing is held, and under `absolute`. */
    readonly step: RatioStep;
    readonly origin: StepOrigin;
    readonly meaning: Settings['ratio.meaning'];
    readonly account: BookExposure;
    readonly programme: ProgrammeReading;
    /** Filled multiplier; absent where nothing is held ("no hedge"), and under `absolute`. */
    readonly filled?: number;
    /** The order that is open and shown, with what is left of it as its first plan; absent where none is. */
    readonly order?: StepOrder;
    /** Calls of the base size, short layer first; only where condors are held and no hedge. */
    readonly base?: readonly number[];
    /** In counted contracts, of a server that only counts. */
    readonly unit?: ContractPlan;
    readonly cost: HedgeCost;
    /** Absent where nothing could be valued. */
    readonly picture?: Picture;
  };

type PlanDeps = LookDeps &
  ProgrammeDeps &
  Pick<HoldingsServices, 'drawBook'> & {
    readonly calendar: ExchangeCalendar;
    readonly ledger: Pick<OrderLedger, 'orderRecord'>;
  };

/**
 * Whole contracts from where the book stands to what is asked, by the function that opens step orders: a plan and an
 * order never differ. An order that is open is shown itself unless somebody asks for another multiplier.
 *
 * @param to - the vega multiplier to plan for; absent for the open order, else what the rules ask
 * @throws InvalidRatio if `to` is above the hard cap
 */
export async function planHedge(
  deps: PlanDeps,
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
  const book = await planBook(deps, look);
  const filled = filledBy(book);
  const { step, origin } = stepOf(programme, { to, filled }, settings);
  const order = to === undefined ? await openOrderOf(deps, owner, settings) : undefined;
  const account = accountOf(look);
  const frame = frameOf(deps, look);
  return {
    ...frame,
    ...(order ? { step: { from: order.from, to: order.to }, origin: 'open-order', order } : { step, origin }),
    meaning: settings['ratio.meaning'],
    account,
    programme,
    ...(filled !== undefined && { filled }),
    ...(order
      ? weighOpening({ kind: 'opens', order }, look)
      : planOpening(deps, look, { ...book, asked: step.to })),
    ...basePart(look),
    ...countedPart(look, step),
    cost: hedgeCost(hedgeFlows(holdings.lots), holdings.today, settings),
    ...(await deps.drawBook(payoffOf(look, account, frame), signal)),
  };
}

/** The step that is planned for while nobody names one; from where the book stands. */
export function stepOf(
  { programme, now, base }: ProgrammeReading,
  { to, filled }: { readonly to: number | undefined; readonly filled: number | undefined },
  settings: Settings,
): { readonly step: RatioStep; readonly origin: Exclude<StepOrigin, 'open-order'> } {
  const isMultiplier = settings['ratio.meaning'] === 'multiplier';
  const from = isMultiplier ? (filled ?? base) : programme.ratio;
  if (to !== undefined) {
    return { step: { from, to }, origin: 'asked' };
  }
  if (now && now.step !== 0) {
    return { step: { from, to: now.next }, origin: 'governed' };
  }
  return from === programme.ratio
    ? { step: { from, to: settings['ratio.confirmed'] }, origin: 'confirmed' }
    : { step: { from, to: programme.ratio }, origin: 'owed' };
}

/** The order that is open, its recommended plan less what was traded of it; a member has none. */
async function openOrderOf(
  { ledger }: Pick<PlanDeps, 'ledger'>,
  owner: BookOwner,
  settings: Settings,
): Promise<StepOrder | undefined> {
  if (owner.member !== undefined) {
    return undefined;
  }
  const { owed } = orderReport(await ledger.orderRecord(owner.server), settings);
  const [first, ...others] = owed?.order.plans ?? [];
  return owed && first
    ? { ...owed.order, plans: [{ ...first, tickets: owed.tickets }, ...others] }
    : owed?.order;
}

/** Filled multiplier; under `absolute` there is none, and what is filled is H itself. */
export function filledBy({ record, rules }: PlanBook): number | undefined {
  return rules['ratio.meaning'] === 'multiplier' ? filledOf(record, rules) : undefined;
}

function basePart({ holdings: { positions }, settings }: Look): Pick<HedgePlanReport, 'base'> {
  const condors = positions.condors.reduce((sum, { quantity }) => sum + quantity, 0);
  const base = baseSize(condors, settings['layers.perTenCondors']);
  return condors > 0 && positions.hedges.length === 0 ? { base: LAYERS.map((layer) => base[layer]) } : {};
}

/** In counted contracts: 0.60 × calls ÷ condors; nothing where no whole contract lands near. */
function countedPart({ holdings, settings }: Look, step: RatioStep): Pick<HedgePlanReport, 'unit'> {
  const { counted, positions } = holdings;
  if (!counted || counted.condors === 0 || positions.condors.length + positions.hedges.length > 0) {
    return {};
  }
  const weights = settings['layers.perTenCondors'];
  const unit = planContracts({
    ...step,
    meaning: settings['ratio.meaning'],
    weights,
    hedge: weights.map((_, layer) => counted.hedge[layer] ?? 0),
    perContract: RATIO_PER_CONTRACT / counted.condors,
  });
  return unit === 'too-small' ? {} : { unit };
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
