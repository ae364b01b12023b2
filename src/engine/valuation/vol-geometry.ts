import type { BetaEstimate, VolGeometry } from '#domain/hedge/valuation.ts';

/** Days that the VIX looks ahead. */
const REFERENCE_DAYS = 30;

/** Options with fewer days left are weighted as if they had so many: root time has no end there. */
const FLOOR_DAYS = 7;

/** Root time: the usual assumption. */
const ROOT_TIME = 0.5;

/**
 * Vol geometry of one assumption: w(T) = (30 / max(T, 7))^p, and the β of a VIX future that follows from it,
 * ((τ+30)^(1−p) − τ^(1−p)) / 30^(1−p), because the future stands for the variance from τ to τ+30 days.
 *
 * @param power - p, from 0 ("naive": everything moves alike) to below 1
 * @param measured - a β to use instead for a future with so many days left, where one has been estimated
 * @see docs/method.md#vol-geometry; E. G. Haug, modified vega (1993), for root-time vega
 */
export function volGeometry(
  power: number = ROOT_TIME,
  measured: (days: number) => number | undefined = () => undefined,
): VolGeometry {
  const rest = 1 - power;
  const whole = REFERENCE_DAYS ** rest;
  return {
    power,
    weight: (days) => (REFERENCE_DAYS / Math.max(days, FLOOR_DAYS)) ** power,
    beta(days) {
      const left = Math.max(0, days);
      return measured(left) ?? ((left + REFERENCE_DAYS) ** rest - left ** rest) / whole;
    },
  };
}

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
