import type { StressRow, VegaExposure } from '#domain/hedge/book-exposure.ts';
import type {
  HedgePlan,
  LayerCall,
  PlanCost,
  PlanRow,
  PlanStyle,
  RatioStep,
} from '#domain/hedge/hedge-plan.ts';
import type { HeldLeg, LegValue, VolGeometry } from '#domain/hedge/valuation.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { fitContracts } from './fit-contracts.ts';
import { callLeg } from './layer-call.ts';
import { type PriceSources, priceLegs } from '#engine/valuation/price-book.ts';
import { legsGains } from '#engine/account/stress-table.ts';
import type { Hedge } from '#domain/book/lot.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { StrikeRules } from './deviation-strikes.ts';

/** How far from the ratio that a step asks for a plan may land. */
const TOLERANCE = 0.04;

/**
 * What a step of the programme ratio changes of the measured ratio H: as a multiplier it scales what is held,
 * H × (to/from − 1); as an absolute it leads H to `to`.
 */
export function ratioChange(ratio: number, step: RatioStep, meaning: Settings['ratio.meaning']): number {
  return meaning === 'multiplier' ? ratio * (step.to / step.from - 1) : step.to - ratio;
}

/**
 * Whether a plan that misses by `error` does not carry out its step.
 *
 * A multiplier's step is one of the programme ratio: where H is a tenth of that, so is what 0.04 of it allows.
 */
export function isTooFar(
  error: number,
  {
    ratio,
    step,
    meaning,
  }: { readonly ratio: number; readonly step: RatioStep; readonly meaning: Settings['ratio.meaning'] },
): boolean {
  const stretch = meaning === 'multiplier' ? Math.max(1, step.from / ratio) : 1;
  return Math.abs(error) * stretch > TOLERANCE;
}

/** What is to be fitted: one call a layer, and what there is of it. */
export type PlanDraft = {
  readonly style: PlanStyle;
  /** Ratio to add; negative takes away. */
  readonly wanted: number;
  /** Nearest expiration first; the following lists go with it. */
  readonly calls: readonly LayerCall[];
  readonly weights: readonly number[];
  readonly held: readonly number[];
  /** The lots behind each, where they are held. */
  readonly values: readonly (readonly LegValue[])[];
};

/** The whole contracts that come nearest, with what they reach, cost and lose a day, and every shock with them. */
export function allocatePlan(hedgePlanCase: HedgePlanCase, draft: PlanDraft): HedgePlan {
  const { account, step, meaning } = hedgePlanCase;
  const { style, wanted, calls } = draft;
  const short = -account.condors.totals.exposure;
  const ratio = account.hedge.counted / short;
  const units = calls.map(({ unit }) => unit / short);
  const fit = fitContracts({ ...draft, units });
  if (!fit) {
    return { kind: 'none', style, reason: 'no-weights', missing: [] };
  }
  const rows = calls.map((call, place) => ({
    call,
    exact: fit.exact[place] ?? 0,
    whole: fit.whole[place] ?? 0,
  }));
  const error = roundOff(fit.reached - wanted);
  return {
    kind: 'plan',
    style,
    wanted: wanted * short,
    exactTotal: fit.exactTotal,
    rows,
    ratio,
    target: ratio + wanted,
    achieved: ratio + fit.reached,
    error,
    isTooSmall: isTooFar(error, { ratio, step, meaning }),
    cost: costOf(rows),
    theta: rows.reduce((sum, { call, whole }) => sum + call.theta * whole, 0),
    stress: stressWith(hedgePlanCase, rows, draft),
  };
}

function costOf(rows: readonly PlanRow[]): PlanCost {
  const moved = rows.filter(({ whole }) => whole !== 0);
  const sum = (price: (row: PlanRow) => number | undefined): number | undefined =>
    moved.reduce<number | undefined>((all, row) => {
      const dollars = price(row);
      return all === undefined || dollars === undefined ? undefined : all + dollars * row.whole;
    }, 0);
  const mid = sum(({ call }) => call.mid);
  const touch = sum(({ call, whole }) => (whole > 0 ? call.ask : call.bid));
  return {
    theoretical: sum(({ call }) => call.theoretical) ?? 0,
    ...(mid !== undefined && { mid }),
    ...(touch !== undefined && { touch }),
  };
}

function stressWith(
  { stress, sources, geometry }: HedgePlanCase,
  rows: readonly PlanRow[],
  draft: PlanDraft,
): readonly StressRow[] {
  const legs = rows.flatMap((row, place) => legsOf(row, draft.values[place] ?? []));
  const book = priceLegs(legs, sources);
  const shocks = stress.map(({ shift }) => shift);
  const gains = legsGains(book.legs, { asOf: book.asOf, geometry }, shocks);
  return stress.map((before, place) => {
    const hedge = before.hedge + (gains[place] ?? 0);
    return {
      ...before,
      hedge,
      ratio: before.ratio.known ? { ...before.ratio, value: hedge / -before.condors } : before.ratio,
    };
  });
}

/** A row's contracts as legs: the call itself, or of a mixture each lot in proportion. */
function legsOf({ call, whole }: PlanRow, values: readonly LegValue[]): readonly HeldLeg[] {
  if (call.strike !== undefined) {
    return [{ lotId: call.layer, leg: callLeg(call.expiry, call.strike, whole) }];
  }
  const held = values.reduce((sum, { leg }) => sum + leg.quantity, 0);
  return values.map(({ lotId, leg }) => ({
    lotId,
    leg: { ...leg, quantity: (whole * leg.quantity) / held },
  }));
}

/** What a step of the ratio is planned from. */
export type HedgePlanCase = {
  readonly account: VegaExposure;
  /** The account's stress table, before any contract. */
  readonly stress: readonly StressRow[];
  readonly hedges: readonly Hedge[];
  readonly sources: PriceSources;
  readonly geometry: VolGeometry;
  readonly settings: PlanRules;
  /** The programme ratio before and after. */
  readonly step: RatioStep;
  readonly meaning: Settings['ratio.meaning'];
};

/** What decides which calls a plan adds, and in which proportion. */
export type PlanRules = StrikeRules & Pick<Settings, 'layers.perTenCondors' | 'layers.delta' | 'strike.mode'>;
