import type { Book } from '#domain/book/lot.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { ContractPlan, ExposureReading } from '#domain/hedge/book-exposure.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { RATIO_PER_CONTRACT } from '#engine/account/count-contracts.ts';
import type { RatioStep } from '#domain/hedge/hedge-plan.ts';
import { fitContracts } from './fit-contracts.ts';
import { isTooFar, ratioChange } from './allocate-plan.ts';

/**
 * The hedge in contracts, where positions are counted and not valued: 0.60 × hedge contracts ÷ condors, and the
 * whole contracts that carry out the decision's step.
 *
 * Counts that are no whole numbers from 0 up are taken as not said.
 */
export function unitExposure(
  book: Book | undefined,
  { ratio }: Pick<Decision, 'ratio'>,
  settings: Pick<Settings, 'ratio.meaning' | 'layers.perTenCondors'>,
): ExposureReading {
  if (!book || ![book.condors, ...book.hedge].every(isCount)) {
    return { mode: 'none', reason: 'no-book' };
  }
  const { condors } = book;
  if (condors === 0) {
    return { mode: 'none', reason: 'no-condors' };
  }
  const weights = settings['layers.perTenCondors'];
  const hedge = weights.map((_, layer) => book.hedge[layer] ?? 0);
  const perContract = RATIO_PER_CONTRACT / condors;
  const held = hedge.reduce((sum, contracts) => sum + contracts, 0);
  const plan =
    ratio.step === 0
      ? undefined
      : planContracts({
          hedge,
          weights,
          perContract,
          from: ratio.now,
          to: ratio.next,
          meaning: settings['ratio.meaning'],
        });
  return {
    mode: 'unit',
    condors,
    hedge,
    ratio: roundOff(held * perContract),
    ...(plan !== undefined && { plan }),
  };
}

function isCount(count: number): boolean {
  return Number.isSafeInteger(count) && count >= 0;
}

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
