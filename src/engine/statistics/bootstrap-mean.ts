import { mean } from './summary.ts';

/** Part of the draws outside the interval at each end. */
const TAIL = 0.025;

export type Resampling = {
  readonly draws: number;
  /** Numbers from 0 up to but not 1. */
  readonly random: () => number;
  /** Clusters in a row that are drawn together, for values that overlap; 1 for those that do not. */
  readonly block: number;
};

export type Bootstrapped = {
  /** 95 % by percentiles of the draws. */
  readonly low: number;
  readonly high: number;
  /** Two-sided chance of a mean this far from zero, by the share of draws on the other side. */
  readonly chance: number;
};

/**
 * How well a mean is known, by drawing whole clusters again and again.
 *
 * Blocks are circular: the last cluster is followed by the first.
 *
 * @param clusters - values that belong together, oldest first; none of them empty
 * @see D. N. Politis and J. P. Romano (1992), A Circular Block-Resampling Procedure
 */
export function bootstrapMean(
  clusters: readonly (readonly number[])[],
  { draws, random, block }: Resampling,
): Bootstrapped | undefined {
  const totals = clusters.map((values) => ({
    sum: (mean(values) ?? 0) * values.length,
    count: values.length,
  }));
  const { length } = totals;
  if (length === 0) {
    return undefined;
  }
  const means = new Float64Array(draws).map(() => {
    let [sum, count, place] = [0, 0, 0];
    for (let drawn = 0; drawn < length; drawn += 1) {
      place = drawn % block === 0 ? Math.floor(random() * length) : (place + 1) % length;
      sum += totals[place]?.sum ?? 0;
      count += totals[place]?.count ?? 0;
    }
    return sum / count;
  });
  return summary(means.toSorted());
}

function summary(sorted: Float64Array): Bootstrapped {
  const at = (share: number): number => sorted[Math.round(share * (sorted.length - 1))] ?? Number.NaN;
  const below = sorted.filter((value) => value <= 0).length / sorted.length;
  const above = sorted.filter((value) => value >= 0).length / sorted.length;
  const least = 1 / sorted.length;
  return {
    low: at(TAIL),
    high: at(1 - TAIL),
    chance: Math.min(1, Math.max(least, 2 * Math.min(below, above))),
  };
}
