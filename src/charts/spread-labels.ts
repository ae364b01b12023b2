/**
 * Moves label centres apart, as little as it takes, so that neighbours are at least `gap` apart and all lie within
 * the bounds. Their order from top to bottom is kept; where the bounds are too small, the gap shrinks.
 *
 * @param wanted - a centre per label, any order
 * @returns a centre per label, in the order given
 */
export function spreadLabels(
  wanted: readonly number[],
  gap: number,
  bounds: { readonly top: number; readonly bottom: number },
): readonly number[] {
  const room = Math.max(0, bounds.bottom - bounds.top);
  const apart = Math.min(gap, room / Math.max(1, wanted.length - 1));
  const order = wanted.map((centre, index) => ({ centre, index })).toSorted((a, b) => a.centre - b.centre);
  const lowest = bounds.top + room - apart * (wanted.length - 1);
  const levels = ascending(order.map(({ centre }, rank) => centre - rank * apart));
  const placed = [...wanted];
  for (const [rank, { index }] of order.entries()) {
    const level = Math.min(Math.max(levels[rank] ?? 0, bounds.top), Math.max(bounds.top, lowest));
    placed[index] = level + rank * apart;
  }
  return placed;
}

/**
 * The ascending values nearest to the given ones by least squares.
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
