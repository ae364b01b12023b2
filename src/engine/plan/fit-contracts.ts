import { roundOff } from '#engine/statistics/round-off.ts';
import { largestRemainder, wholeWeights } from './largest-remainder.ts';

/** What whole contracts have to reach. */
export type FitCase = {
  /** Ratio to add; negative takes away. */
  readonly wanted: number;
  /** Ratio that one contract of each layer adds, nearest expiration first. */
  readonly units: readonly number[];
  /** Contract ratio of the layers, such as 4/4/2. */
  readonly weights: readonly number[];
  /** Whole contracts held of each layer: no more are closed. */
  readonly held: readonly number[];
};

/** Whole contracts, and what they were before rounding. Negative closes. */
export type Fit = {
  readonly exactTotal: number;
  readonly exact: readonly number[];
  readonly whole: readonly number[];
  /** Ratio that the whole contracts add. */
  readonly reached: number;
};

/**
 * The whole number of contracts, split by largest remainders, that comes nearest to a change of the ratio; of two
 * as near the smaller. Of what is held no more is closed than there is: the rest falls to the other layers.
 *
 * @returns `undefined` when every weight or every unit is 0
 * @see docs/method.md#contracts
 */
export function fitContracts({ wanted, units, weights, held }: FitCase): Fit | undefined {
  const whole = wholeWeights(weights);
  const sum = add(whole);
  const perContract = sum === 0 ? 0 : add(whole.map((weight, layer) => weight * (units[layer] ?? 0))) / sum;
  if (!(perContract > 0)) {
    return undefined;
  }
  const side = wanted < 0 ? -1 : 1;
  const size = roundOff(Math.abs(wanted) / perContract);
  const closable = whole.map((weight, layer) => (weight > 0 ? (held[layer] ?? 0) : 0));
  const split = (count: number): readonly number[] =>
    side > 0 ? largestRemainder(whole, count) : closeWhatIsHeld(closable, whole, count);
  const reachedBy = (count: number): number =>
    side * add(split(count).map((contracts, layer) => contracts * (units[layer] ?? 0)));
  const errorOf = (count: number): number => Math.abs(roundOff(reachedBy(count) - wanted));
  const near = around(size);
  const counts =
    side > 0 ? near : [...near, ...around(enoughOf(add(closable), (count) => reachedBy(count) <= wanted))];
  const best = counts
    .filter((count) => side > 0 || count <= add(closable))
    .toSorted((first, second) => first - second)
    .reduce((best, count) => (errorOf(count) < errorOf(best) ? count : best), 0);
  return {
    exactTotal: roundOff(side * size),
    exact: whole.map((weight) => roundOff((side * size * weight) / sum)),
    whole: split(best).map((contracts) => side * contracts + 0),
    reached: reachedBy(best) + 0,
  };
}

/** Whole numbers around an exact one, ascending. */
function around(exact: number): readonly number[] {
  const first = Math.max(0, Math.floor(exact) - 1);
  const last = Math.ceil(exact) + 1;
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

/** The smallest count that is enough, by halving; the largest where none is. */
function enoughOf(most: number, isEnough: (count: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isEnough(middle)) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

/** The split by weights, where a layer that holds less than its part leaves the rest to those that hold more. */
function closeWhatIsHeld(
  held: readonly number[],
  weights: readonly number[],
  count: number,
): readonly number[] {
  const closed = held.map(() => 0);
  let left = Math.min(count, add(held));
  while (left > 0) {
    const open = weights.map((weight, layer) => ((closed[layer] ?? 0) < (held[layer] ?? 0) ? weight : 0));
    largestRemainder(open, left).forEach((contracts, layer) => {
      const before = closed[layer] ?? 0;
      const after = Math.min(held[layer] ?? 0, before + contracts);
      closed[layer] = after;
      left -= after - before;
    });
  }
  return closed;
}

function add(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
