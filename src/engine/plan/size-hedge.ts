import type { HedgeSize } from '#domain/hedge/hedge-plan.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { largestRemainder, wholeWeights } from './largest-remainder.ts';
import { RATIO_PER_CONTRACT } from '#engine/account/count-contracts.ts';

/** Condors that a layer's number of calls is given for. */
const PER_CONDORS = 10;

/**
 * How many calls of each layer so many condors take, at 4/4/2 per ten condors or what a server has set, in every way
 * of rounding, with the ratio that each gives in contracts. The first, by largest remainders, keeps the proportion.
 *
 * @param condors - a whole number of at least 1
 * @param perTenCondors - short, medium, long
 */
export function sizeHedge(condors: number, perTenCondors: readonly number[]): readonly HedgeSize[] {
  const exact = perTenCondors.map((calls) => roundOff((calls * condors) / PER_CONDORS));
  const wanted = exact.reduce((sum, calls) => sum + calls, 0);
  const size = (rounding: HedgeSize['rounding'], contracts: readonly number[]): HedgeSize => {
    const total = contracts.reduce((sum, calls) => sum + calls, 0);
    const ratio = roundOff((RATIO_PER_CONTRACT * total) / condors);
    return {
      rounding,
      contracts,
      total,
      ratio,
      error: roundOff(ratio - (RATIO_PER_CONTRACT * wanted) / condors),
    };
  };
  const weights = wholeWeights(perTenCondors);
  return [
    size('largest-remainder', wanted === 0 ? exact : largestRemainder(weights, Math.round(wanted))),
    size('down', exact.map(Math.floor)),
    size('nearest', exact.map(Math.round)),
    size('up', exact.map(Math.ceil)),
  ];
}
