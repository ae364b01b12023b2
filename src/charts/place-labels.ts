import type { Frame } from './shape.ts';

type Ends = { readonly left: number; readonly right: number };

/** A label of a line that stands upright, before it has a place. */
export type Flag = {
  /** Where its line stands. */
  readonly x: number;
  readonly width: number;
};

export type PlacedFlag = {
  readonly left: number;
  /** 0 is the lane next to the plots; higher lanes lie above it. */
  readonly lane: number;
};

type Placed = Flag & PlacedFlag & { readonly rank: number };

/** Room between two labels of one lane. */
const GAP = 6;

/**
 * Places labels in lanes above the plots, each beside its own line, so that no two overlap and no line runs through
 * the label of another where that can be had.
 *
 * Labels lie to the left of their lines, or some of the leftmost to the right where that keeps lines out of labels.
 *
 * @returns a place per flag, in the same order
 */
export function placeFlags(flags: readonly Flag[], bounds: Ends): readonly PlacedFlag[] {
  const order = flags.map((_, index) => index).toSorted((a, b) => (flags[a]?.x ?? 0) - (flags[b]?.x ?? 0));
  const ascending = order.flatMap((index) => flags[index] ?? []);
  const choices = [...ascending, undefined].map((_, right) => inLanes(ascending, right, bounds));
  const best = choices.reduce((one, other) => (costOf(other) < costOf(one) ? other : one));
  return flags.map((_, index) => {
    const { left = 0, lane = 0 } = best[order.indexOf(index)] ?? {};
    return { left, lane };
  });
}

/** The flags with a place each: the first `right` of them to the right of their lines. By x, ascending. */
function inLanes(flags: readonly Flag[], right: number, bounds: Ends): readonly Placed[] {
  const anchored = flags.map((flag, index) => ({
    ...flag,
    rank: index,
    left: index < right ? rightOf(flag, bounds) : leftOf(flag, bounds),
  }));
  const leftward = anchored.filter(({ x, left }) => left < x - GAP);
  const rightward = anchored.filter(({ x, left }) => left >= x - GAP).toReversed();
  const placed: Placed[] = [];
  for (const flag of [...leftward, ...rightward]) {
    const lanes = [...placed, undefined].map((_, lane) => ({ ...flag, lane }));
    const free = lanes.find((candidate) => placed.every((other) => !collide(candidate, other)));
    placed.push(free ?? { ...flag, lane: placed.length });
  }
  return placed.toSorted((a, b) => a.rank - b.rank);
}

/** A line through a label is worse than any number of lanes. */
function costOf(placed: readonly Placed[]): number {
  const lanes = Math.max(0, ...placed.map(({ lane }) => lane + 1));
  const crossed = placed.filter((one, index) => placed.slice(index + 1).some((other) => collide(one, other)));
  return crossed.length * (placed.length + 1) + lanes;
}

function leftOf({ x, width }: Flag, bounds: Ends): number {
  return x - width >= bounds.left ? x - width : rightOf({ x, width }, bounds);
}

function rightOf({ x, width }: Flag, bounds: Ends): number {
  return Math.max(bounds.left, Math.min(x, bounds.right - width));
}

function collide(one: Placed, other: Placed): boolean {
  if (one.lane === other.lane) {
    return one.left < other.left + other.width + GAP && other.left < one.left + one.width + GAP;
  }
  const [upper, lower] = one.lane > other.lane ? [one, other] : [other, one];
  return upper.x > lower.left && upper.x < lower.left + lower.width;
}

/**
 * Moves label centres apart, as little as it takes, so that neighbours are at least `gap` apart and all lie within
 * the bounds. Their order from top to bottom stays; where the bounds are too small, the gap shrinks.
 *
 * @param centres - one per label, any order
 * @returns a centre per label, in the same order
 */
export function spreadLabels(
  centres: readonly number[],
  gap: number,
  bounds: Pick<Frame, 'top' | 'bottom'>,
): readonly number[] {
  const room = Math.max(0, bounds.bottom - bounds.top);
  const apart = Math.min(gap, room / Math.max(1, centres.length - 1));
  const order = centres.map((centre, index) => ({ centre, index })).toSorted((a, b) => a.centre - b.centre);
  const lowest = bounds.top + room - apart * (centres.length - 1);
  const levels = ascending(order.map(({ centre }, rank) => centre - rank * apart));
  const placed = [...centres];
  for (const [rank, { index }] of order.entries()) {
    const level = Math.min(Math.max(levels[rank] ?? 0, bounds.top), Math.max(bounds.top, lowest));
    placed[index] = level + rank * apart;
  }
  return placed;
}

/**
 * The ascending values nearest to these by least squares.
 *
 * @see R. E. Barlow and others, Statistical Inference under Order Restrictions (1972): pool adjacent violators
 */
function ascending(values: readonly number[]): readonly number[] {
  const pools: { mean: number; count: number }[] = [];
  for (const value of values) {
    let pool = { mean: value, count: 1 };
    for (let before = pools.at(-1); before && before.mean > pool.mean; before = pools.at(-1)) {
      const count = before.count + pool.count;
      pool = { mean: (before.mean * before.count + pool.mean * pool.count) / count, count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ mean, count }) => Array.from({ length: count }, () => mean));
}

/** Whether two boxes share any room. */
export function overlap(one: Frame, other: Frame): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
