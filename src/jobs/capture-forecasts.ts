import { MINUTE } from '#domain/duration.ts';
import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';
import { releaseOf } from './release-of.ts';

/** Minutes before a release: what is expected of it, a last time. Once its figures are out, nothing is captured. */
export function captureForecasts(services: TimedServices): Job {
  return {
    kind: 'forecast',
    timeLimit: MINUTE,

    async run(work, { now, signal }) {
      await services.captureForecasts(releaseOf(work), now, signal);
      return { kind: 'done' };
    },

    missed: () => Promise.resolve(),
  };
}
