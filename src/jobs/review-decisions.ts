import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** After counts are final and each morning: were the last decisions made on data that have changed since? */
export function reviewDecisions(services: TimedServices): Job {
  return {
    kind: 'review',
    timeLimit: 120_000,

    async run(_work, { now, signal }) {
      await services.reviewDecisions(now, signal);
      return { kind: 'done' };
    },

    missed: () => Promise.resolve(),
  };
}
