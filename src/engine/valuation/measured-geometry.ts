import type { BetaEstimate, VolGeometry } from '#domain/hedge/vol-geometry.ts';

/**
 * A vol geometry whose β follows what has been estimated: what an estimate is of its prior, the β of futures of
 * about as many days is of theirs too. Between two estimates that part is drawn on a line; beyond the last it stays.
 *
 * @param estimates - at other days each, in any order; none leaves the geometry as it is
 */
export function measuredGeometry(base: VolGeometry, estimates: readonly BetaEstimate[]): VolGeometry {
  const parts = estimates
    .filter(({ prior }) => prior > 0)
    .map(({ days, beta, prior }) => ({ days, part: beta / prior }))
    .toSorted((first, second) => first.days - second.days);
  return { ...base, beta: (days) => base.beta(days) * partAt(parts, days) };
}

type Part = { readonly days: number; readonly part: number };

function partAt(parts: readonly Part[], days: number): number {
  const below = parts.findLast((known) => known.days <= days);
  const above = parts.find((known) => known.days >= days);
  if (!below || !above) {
    return (below ?? above)?.part ?? 1;
  }
  const span = above.days - below.days;
  return span === 0 ? below.part : below.part + ((above.part - below.part) * (days - below.days)) / span;
}
