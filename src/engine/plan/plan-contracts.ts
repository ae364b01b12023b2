import type { ContractPlan } from '#domain/hedge/exposure.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { fitContracts } from './fit-contracts.ts';
import { isTooFar, ratioChange } from './ratio-change.ts';

export type PlanCase = RatioStep & {
  /** Contracts held, nearest expiration first. */
  readonly hedge: readonly number[];
  /** Contract ratio of the layers, nearest expiration first. */
  readonly weights: readonly number[];
  /** What one contract adds to the ratio. */
  readonly perContract: number;
  readonly meaning: Settings['ratio.meaning'];
};

/**
 * Whole contracts that carry out a step where contracts are counted and not valued: as a multiplier × 0.70/0.60 is
 * one sixth more of what is held, as an absolute the ratio itself goes to 0.70.
 *
 * @returns `too-small` when no whole number lands within 0.04 of the ratio asked for, or nothing is held to scale
 */
export function planContracts({
  hedge,
  weights,
  perContract,
  meaning,
  ...step
}: PlanCase): ContractPlan | 'too-small' {
  const ratio = hedge.reduce((sum, contracts) => sum + contracts, 0) * perContract;
  if (meaning === 'multiplier' && (ratio === 0 || !(step.from > 0))) {
    return 'too-small';
  }
  const wanted = ratioChange(ratio, step, meaning);
  const fit = fitContracts({ wanted, units: weights.map(() => perContract), weights, held: hedge });
  const error = fit && roundOff(fit.reached - wanted);
  if (!fit || error === undefined || isTooFar(error, { ratio, step, meaning })) {
    return 'too-small';
  }
  const { exact, whole, reached } = fit;
  return { exact, whole, achieved: roundOff(ratio + reached), error };
}
