import type { DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';

const INDICES = ['rut', 'spx', 'vix', 'vix3m', 'vix9d', 'rvx'] as const;
const UNIVERSES = ['small', 'large'] as const;

/**
 * Whether a reading of the market knows less than an earlier one: a series or its last session is not to be had, or a
 * fund stands in for an index. What a source does not say today is no correction of what it said then.
 */
export function knowsLess(after: MarketHistory, before: MarketHistory): boolean {
  return (
    INDICES.some((index) => isPoorer(after[index], before[index])) ||
    UNIVERSES.some((universe) => hasLostCounts(after.breadth?.[universe], before.breadth?.[universe]))
  );
}

function isPoorer(after: DailyCloses | undefined, before: DailyCloses | undefined): boolean {
  const last = before?.closes.at(-1)?.session;
  if (!before || last === undefined) {
    return false;
  }
  const isStandIn = after?.quality === 'proxy' && before.quality !== 'proxy';
  return isStandIn || after?.closes.some(({ session }) => session === last) !== true;
}

function hasLostCounts(after: DailyBreadth | undefined, before: DailyBreadth | undefined): boolean {
  const last = before?.days.at(-1)?.session;
  return last !== undefined && after?.days.some(({ session }) => session === last) !== true;
}
