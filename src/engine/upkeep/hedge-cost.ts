import { shiftDay } from '#calendar/calendar-day.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { HedgeFlows } from './hedge-flows.ts';

/** Days that are looked back on, today among them. */
const LOOKBACK = 365;
const PERCENT = 100;

/** What sets the budget. */
export type BudgetRules = Pick<Settings, 'budget.annualPercent' | 'budget.capital'>;

/**
 * What a hedge has cost over the last 365 days net of what it brought, and how much of the year's budget that is.
 *
 * @param today - in New York, `YYYY-MM-DD`
 */
export function hedgeCost({ flows, unpriced }: HedgeFlows, today: Session, settings: BudgetRules): HedgeCost {
  const from = shiftDay(today, 1 - LOOKBACK);
  const counts = ({ on }: { readonly on: Session }): boolean => from <= on && on <= today;
  const dollars = flows.filter(counts).map((flow) => flow.dollars);
  const paid = dollars.reduce((sum, amount) => sum + Math.max(0, -amount), 0);
  const received = dollars.reduce((sum, amount) => sum + Math.max(0, amount), 0);
  const capital = settings['budget.capital'];
  const budget = capital === null ? undefined : (capital * settings['budget.annualPercent']) / PERCENT;
  const net = paid - received;
  return {
    from,
    until: today,
    paid,
    received,
    net: net + 0,
    ...(budget !== undefined && { budget }),
    ...(budget !== undefined && budget > 0 && { used: net / budget }),
    unpriced: unpriced.filter(counts),
  };
}

/**
 * Whether a step would take the year's cost above the budget: what the governor blocks it for.
 *
 * @param step - dollars at ask
 * @returns `undefined` without capital or without a priced step: then nothing is blocked, and that is said
 */
export function isOverBudget(
  { net, budget }: Pick<HedgeCost, 'net' | 'budget'>,
  step: number | undefined,
): boolean | undefined {
  return budget === undefined || step === undefined ? undefined : net + step > budget;
}
