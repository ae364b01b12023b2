import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** How far from the ratio that a step asks for a plan may land. */
const TOLERANCE = 0.04;

/**
 * What a step of the programme ratio changes of the measured ratio H: as a multiplier it scales what is held,
 * H × (to/from − 1); as an absolute it leads H to `to`.
 */
export function ratioChange(ratio: number, step: RatioStep, meaning: Settings['ratio.meaning']): number {
  return meaning === 'multiplier' ? ratio * (step.to / step.from - 1) : step.to - ratio;
}

/**
 * Whether a plan that misses by `error` does not carry out its step.
 *
 * A multiplier's step is one of the programme ratio: where H is a tenth of that, so is what 0.04 of it allows.
 */
export function isTooFar(
  error: number,
  {
    ratio,
    step,
    meaning,
  }: { readonly ratio: number; readonly step: RatioStep; readonly meaning: Settings['ratio.meaning'] },
): boolean {
  const stretch = meaning === 'multiplier' ? Math.max(1, step.from / ratio) : 1;
  return Math.abs(error) * stretch > TOLERANCE;
}
