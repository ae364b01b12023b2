import type { BookExposure } from '#domain/hedge/book-exposure.ts';
import type { BudgetCheck, HedgeReport, PlanSummary } from '#domain/hedge/hedge-report.ts';
import type { HedgePlan } from '#domain/hedge/hedge-plan.ts';
import { planHedge } from './plan-hedge.ts';
import type { HedgeReportCase } from '#engine/account/hedge-report-case.ts';

/** Contracts for the decision's step in each style; none without a step, or where dollars do not speak. */
export function planStep(hedgeReportCase: HedgeReportCase, account: BookExposure): readonly PlanSummary[] {
  const { decision, positions, sources, geometry, settings } = hedgeReportCase;
  const { now, next, step } = decision.ratio;
  if (step === 0 || !account.vega || account.vega.isPartial) {
    return [];
  }
  return planHedge({
    account: account.vega,
    stress: account.stress ?? [],
    hedges: positions.hedges,
    sources,
    geometry,
    settings,
    step: { from: now, to: next },
    meaning: settings['ratio.meaning'],
  }).map(summarise);
}

function summarise(plan: HedgePlan): PlanSummary {
  if (plan.kind === 'none') {
    return { kind: 'none', style: plan.style, reason: plan.reason };
  }
  const { kind, style, rows, target, achieved, error, isTooSmall, cost, theta } = plan;
  return {
    kind,
    style,
    rows: rows.map(({ call, exact, whole }) => ({
      layer: call.layer,
      expiry: call.expiry,
      ...(call.strike !== undefined && { strike: call.strike }),
      exact,
      whole,
    })),
    target,
    achieved,
    error,
    isTooSmall,
    cost,
    theta,
  };
}

/**
 * An up-step held against the year's budget, by the dearest of its plans that is priced at ask: whoever follows it
 * may choose any.
 *
 * @returns `undefined` without capital or without a plan that has quotes; then nothing is blocked
 */
export function checkBudget({ plans, cost }: Pick<HedgeReport, 'plans' | 'cost'>): BudgetCheck | undefined {
  const costs = plans.flatMap((plan) =>
    plan.kind === 'plan' && plan.cost.touch !== undefined ? [plan.cost.touch] : [],
  );
  return cost.budget === undefined || costs.length === 0
    ? undefined
    : { net: cost.net, step: Math.max(...costs), budget: cost.budget };
}
