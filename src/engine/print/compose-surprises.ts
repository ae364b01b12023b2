import type { Surprise } from '#domain/releases/print.ts';
import { roundOff } from '#engine/statistics/round-off.ts';

/** Percentage points that rounding to one decimal may hide. */
const ROUNDING = 0.05;

export type Composite = {
  /** Weighted surprise in standard deviations, ten decimals. */
  readonly z: number;
  /** How far rounding of the published figures can have moved it. */
  readonly band: number;
};

/**
 * Core and headline in one number, the core weighing `coreWeight` and the headline the rest; a series alone
 * counts whole.
 *
 * @returns `undefined` if none of the surprises is standardised
 */
export function composeSurprises(surprises: readonly Surprise[], coreWeight: number): Composite | undefined {
  const scored = surprises.flatMap(({ series, standardised, standardDeviation }) =>
    standardised === undefined || standardDeviation === undefined
      ? []
      : [{ series, score: standardised, deviation: standardDeviation }],
  );
  if (scored.length === 0) {
    return undefined;
  }
  let z = 0;
  let band = 0;
  for (const { series, score, deviation } of scored) {
    const share = series === 'core' ? coreWeight : 1 - coreWeight;
    const weight = scored.length === 1 ? 1 : share;
    z += weight * score;
    band += (weight * ROUNDING) / deviation;
  }
  return { z: roundOff(z), band: roundOff(band) };
}
