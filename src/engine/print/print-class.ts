import type { PrintClass } from '#domain/releases/print.ts';
import type { ReleaseKind } from '#domain/releases/release.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** How many times the weak bound makes a print very weak: producer prices surprise more widely. */
const VERY: Readonly<Record<ReleaseKind, number>> = { CPI: 2, PPI: 3 };

/** Percentage points that rounding to one decimal may hide. */
const ROUNDING = 0.05;

export type PointBounds = {
  /** Percentage points, negative: one series at or below it makes a print weak. */
  readonly weakPoints: number;
  readonly kind: ReleaseKind;
};

/**
 * The class of a print by plain differences: weak when one series missed by the bound, unless another beat its
 * forecast by as much; strong is its mirror image.
 *
 * @param differences - actual less expected, percentage points rounded to 0.01; at least one
 */
export function classOfPoints(differences: readonly number[], { weakPoints, kind }: PointBounds): PrintClass {
  const lowest = roundOff(Math.min(...differences));
  const highest = roundOff(Math.max(...differences));
  const very = roundOff(weakPoints * VERY[kind]);
  const strongPoints = -weakPoints;
  if (lowest <= weakPoints && highest < strongPoints) {
    return lowest <= very ? 'very-weak' : 'weak';
  }
  if (highest >= strongPoints && lowest > weakPoints) {
    return highest >= -very ? 'very-strong' : 'strong';
  }
  return 'in-line';
}

/** Whether the class would be another one if rounding had hidden as much as it can. */
export function arePointsFragile(differences: readonly number[], bounds: PointBounds): boolean {
  const stated = classOfPoints(differences, bounds);
  return [-ROUNDING, ROUNDING].some(
    (hidden) =>
      classOfPoints(
        differences.map((difference) => difference + hidden),
        bounds,
      ) !== stated,
  );
}

/** Bounds on the weak side, negative; the strong side mirrors them. Ties are inclusive outward. */
export type ClassBounds = { readonly weak: number; readonly veryWeak: number };

/** The class of a composite surprise. */
export function classOfScore(score: number, { weak, veryWeak }: ClassBounds): PrintClass {
  const z = roundOff(score);
  if (z <= weak) {
    return z <= veryWeak ? 'very-weak' : 'weak';
  }
  if (z >= -weak) {
    return z >= -veryWeak ? 'very-strong' : 'strong';
  }
  return 'in-line';
}

/** Whether a bound lies within so much of a composite surprise that rounding could have put it on this side. */
export function isScoreFragile(score: number, band: number, { weak, veryWeak }: ClassBounds): boolean {
  return [weak, veryWeak, -weak, -veryWeak].some((bound) => roundOff(Math.abs(score - bound) - band) <= 0);
}
