import type { PrintClass } from '#domain/releases/print.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

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
