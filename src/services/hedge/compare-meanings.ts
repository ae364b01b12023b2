import type { ExposureServices } from './exposure-services.ts';
import type { ExposureParts } from './exposure-parts.ts';
import { accountOf, lookAt } from './look.ts';
import { plansOf, stepOf } from './plan-for.ts';
import { findNow, readProgramme } from './read-programme.ts';

/** What one step would mean in contracts under each meaning of the ratio. */
export function createCompareMeanings(parts: ExposureParts): ExposureServices['compareMeanings'] {
  return async (server, signal) => {
    const look = await lookAt(parts, { server }, signal);
    const programme = await readProgramme(parts, server, await findNow(parts, server, signal));
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
      ...(parts.watermark !== undefined && { watermark: parts.watermark }),
    };
  };
}
