/** A mark's label before it has a place. */
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

type Placed = Flag & PlacedFlag;

/** Room between two labels of one lane. */
const GAP = 6;

/**
 * Places labels in lanes above the plots, each beside its own line, so that no two overlap and no line runs through
 * the label of another.
 *
 * A label lies to the left of its line, or to the right where the left has no room.
 *
 * @returns a place per flag, in the order given
 */
export function placeFlags(
  flags: readonly Flag[],
  bounds: { readonly left: number; readonly right: number },
): readonly PlacedFlag[] {
  const anchored = flags.map((flag, order) => ({ ...flag, order, left: leftOf(flag, bounds) }));
  const leftward = anchored.filter(({ x, left }) => left < x - GAP).toSorted((a, b) => a.x - b.x);
  const rightward = anchored.filter(({ x, left }) => left >= x - GAP).toSorted((a, b) => b.x - a.x);
  const placed: (Placed & { readonly order: number })[] = [];
  for (const flag of [...leftward, ...rightward]) {
    const lanes = Array.from({ length: placed.length + 1 }, (_, lane) => ({ ...flag, lane }));
    const free = lanes.find((candidate) => placed.every((other) => !collide(candidate, other)));
    placed.push(free ?? { ...flag, lane: placed.length });
  }
  return placed.toSorted((a, b) => a.order - b.order).map(({ left, lane }) => ({ left, lane }));
}

function leftOf({ x, width }: Flag, bounds: { readonly left: number; readonly right: number }): number {
  if (x - width >= bounds.left) {
    return x - width;
  }
  return Math.max(bounds.left, Math.min(x, bounds.right - width));
}

function collide(one: Placed, other: Placed): boolean {
  if (one.lane === other.lane) {
    return one.left < other.left + other.width + GAP && other.left < one.left + one.width + GAP;
  }
  const [upper, lower] = one.lane > other.lane ? [one, other] : [other, one];
  return upper.x > lower.left && upper.x < lower.left + lower.width;
}
