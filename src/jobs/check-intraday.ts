import { MINUTE } from '#domain/duration.ts';
import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** 09:45 and 10:30 of day 0: a look at the running session. */
export function checkIntraday(services: TimedServices): Job {
  return {
    kind: 'check',
    timeLimit: MINUTE,

    async run(work, { now, signal }) {
      const found = await services.evaluateMarket(work, now, signal);
      return found === 'evaluated' ? { kind: 'done' } : { kind: 'skipped', reason: 'nothing open' };
    },

    missed: (work, now) => services.tellMissed(work, now),
  };
}
