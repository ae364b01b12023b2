import type { Book } from '#domain/book/book.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { ExposureReading } from '#domain/hedge/exposure.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { planContracts } from './plan-contracts.ts';
import { RATIO_PER_CONTRACT } from '#engine/account/count-contracts.ts';

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
