import { MINUTE } from '#domain/duration.ts';
import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';
import { releaseOf } from './release-of.ts';

/** The evening before a release: what is coming. */
export function announceRelease(services: TimedServices): Job {
  return {
    kind: 'pre-brief',
    timeLimit: MINUTE,

    async run(work, { now, signal }) {
      await services.announceRelease(releaseOf(work), now, signal);
      return { kind: 'done' };
    },

    missed: (work, now) => services.tellMissed(work, now),
  };
}
