import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import type { BudgetCheck } from '#domain/hedge/hedge-report.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import type { HedgeReportCase } from '#engine/account/hedge-report-case.ts';
import { planHedge } from './plan-hedge.ts';

/**
 * What the decision's step costs at ask in each style, dollars: only styles whose calls all have quotes; none without a
 * step, or where not every leg has a value.
 */
export function stepCosts(
  { decision, positions, sources, geometry, settings }: HedgeReportCase,
  account: BookExposure,
): readonly number[] {
  const { now, next, step } = decision.ratio;
  if (step === 0 || !account.vega || account.vega.isPartial) {
    return [];
  }
  const plans = planHedge({
    account: account.vega,
    stress: account.stress ?? [],
    hedges: positions.hedges,
    sources,
    geometry,
    settings,
    step: { from: now, to: next },
    meaning: settings['ratio.meaning'],
  });
  return plans.flatMap((plan) =>
    plan.kind === 'plan' && plan.cost.touch !== undefined ? [plan.cost.touch] : [],
  );
}

/**
 * An up-step held against the year's budget, by the dearest of the styles that are priced at ask: whoever follows it
 * may choose any.
 *
 * @param costs - as `stepCosts` gives them
 * @returns `undefined` without capital or without a price; then nothing is blocked
 */
export function checkBudget(costs: readonly number[], { net, budget }: HedgeCost): BudgetCheck | undefined {
  return budget === undefined || costs.length === 0 ? undefined : { net, step: Math.max(...costs), budget };
}
