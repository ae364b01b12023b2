import type { BookOwner } from '#domain/book/book-record.ts';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import { hedgeCost, hedgeFlows } from '#engine/upkeep/hedge-cost.ts';
import { type Frame, type LookDeps, frameOf, lookAtBook } from './look-at-book.ts';

export type HedgeCostReport = Frame & {
  readonly cost: HedgeCost;
  readonly annualPercent: number;
  readonly capital: number | null;
};

/** What the hedge has cost in a year. */
export async function hedgeCostOf(
  deps: LookDeps,
  owner: BookOwner,
  signal: AbortSignal,
): Promise<HedgeCostReport> {
  const look = await lookAtBook(deps, owner, signal);
  const { holdings, settings } = look;
  return {
    ...frameOf(deps, look),
    cost: hedgeCost(hedgeFlows(holdings.lots), holdings.today, settings),
    annualPercent: settings['budget.annualPercent'],
    capital: settings['budget.capital'],
  };
}
