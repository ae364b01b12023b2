import { MINUTE } from '#domain/duration.ts';
import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** Each morning: is a roll due, is a budget used up? A look that was missed is followed by the next. */
export function lookAtHedges(services: TimedServices): Job {
  return {
    kind: 'hedge',
    timeLimit: MINUTE,

    async run(_work, { now }) {
      await services.lookAtHedges(now);
      return { kind: 'done' };
    },

    missed: () => Promise.resolve(),
  };
}
