import type { ContractPlan } from '../../domain/exposure.ts';
import { roundOff } from '../statistics/round-off.ts';
import { largestRemainder } from './largest-remainder.ts';

/** How far from the ratio that a step asks for a plan may land. */
const TOLERANCE = 0.04;

export type PlanCase = {
  /** Contracts held, nearest expiration first. */
  readonly hedge: readonly number[];
  /** Contract ratio of the layers, nearest expiration first; whole numbers. */
  readonly weights: readonly number[];
  /** What one contract adds to the ratio. */
  readonly perContract: number;
  /** The programme ratio before and after the step. */
  readonly from: number;
  readonly to: number;
};

/**
 * Whole contracts that scale the hedge as the step scales the programme ratio: × 0.70/0.60 is one sixth more.
 *
 * Of the whole numbers around the exact one the nearest wins, of two as near the smaller. Contracts are closed only
 * where they are held.
 *
 * @returns `too-small` when no whole number lands within 0.04 of the ratio asked for, or nothing is held to scale
 */
export function planContracts({
  hedge,
  weights,
  perContract,
  from,
  to,
}: PlanCase): ContractPlan | 'too-small' {
  const held = hedge.reduce((sum, contracts) => sum + contracts, 0);
  if (held === 0 || !(from > 0)) {
    return 'too-small';
  }
  const change = roundOff(held * (to / from - 1));
  const side = change < 0 ? -1 : 1;
  const wanted = (held + change) * perContract;
  const errorOf = (count: number): number => roundOff((held + side * count) * perContract - wanted);
  const count = candidates(Math.abs(change), side < 0 ? held : Infinity).reduce((best, candidate) =>
    Math.abs(errorOf(candidate)) < Math.abs(errorOf(best)) ? candidate : best,
  );
  if (Math.abs(errorOf(count)) > TOLERANCE) {
    return 'too-small';
  }
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const split = side > 0 ? largestRemainder(weights, count) : closeWhatIsHeld(hedge, weights, count);
  return {
    exact: weights.map((weight) => roundOff((change * weight) / sum)),
    whole: split.map((contracts) => side * contracts + 0),
    achieved: roundOff((held + side * count) * perContract),
    error: errorOf(count),
  };
}

/** Whole numbers around an exact one, ascending. */
function candidates(exact: number, most: number): readonly number[] {
  const first = Math.max(0, Math.floor(exact) - 1);
  const last = Math.ceil(exact) + 1;
  return Array.from({ length: last - first + 1 }, (_, step) => first + step).filter((count) => count <= most);
}

/** The split by weights, where a layer that holds less than its part leaves the rest to those that hold more. */
function closeWhatIsHeld(
  hedge: readonly number[],
  weights: readonly number[],
  count: number,
): readonly number[] {
  const closed = hedge.map(() => 0);
  let left = count;
  while (left > 0) {
    const open = weights.map((weight, layer) => ((closed[layer] ?? 0) < (hedge[layer] ?? 0) ? weight : 0));
    const split = largestRemainder(open, left);
    split.forEach((contracts, layer) => {
      const before = closed[layer] ?? 0;
      const after = Math.min(hedge[layer] ?? 0, before + contracts);
      closed[layer] = after;
      left -= after - before;
    });
  }
  return closed;
}
