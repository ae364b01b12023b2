import type { BookExposure, ContractPlan } from '#domain/hedge/book-exposure.ts';
import type { HedgePlan, RatioStep } from '#domain/hedge/hedge-plan.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { type LookDeps, accountOf, lookAtBook } from './look-at-book.ts';
import { plansOf, stepOf } from './plan-hedge.ts';
import { type ProgrammeDeps, readProgramme } from './read-programme.ts';

/** Both meanings of `ratio.meaning` side by side, for whoever is about to switch. */
export type MeaningChoice = {
  readonly present: Settings['ratio.meaning'];
  readonly step: RatioStep;
  readonly account: BookExposure;
  readonly plans: Readonly<Record<Settings['ratio.meaning'], readonly HedgePlan[]>>;
  readonly unit: Readonly<Record<Settings['ratio.meaning'], ContractPlan | 'too-small' | undefined>>;
  readonly watermark?: string;
};

/** What one step would mean in contracts under each meaning of the ratio. */
export async function compareMeanings(
  deps: LookDeps & ProgrammeDeps,
  server: string,
  signal: AbortSignal,
): Promise<MeaningChoice> {
  const look = await lookAtBook(deps, { server }, signal);
  const programme = await readProgramme(deps, server, signal);
  const account = accountOf(look);
  const { step } = stepOf(programme, undefined, look.settings);
  const multiplier = plansOf(look, account, { step, meaning: 'multiplier' });
  const absolute = plansOf(look, account, { step, meaning: 'absolute' });
  return {
    present: look.settings['ratio.meaning'],
    step,
    account,
    plans: { multiplier: multiplier.plans, absolute: absolute.plans },
    unit: { multiplier: multiplier.unit, absolute: absolute.unit },
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}
