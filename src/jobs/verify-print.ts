import { MINUTE } from '#domain/duration.ts';
import { pollDelay } from '#domain/releases/poll-delay.ts';
import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';
import { releaseOf } from './release-of.ts';

/** After a print: asks other sources until one agrees. It is not late when none does in time: the print stays provisional. */
export function verifyPrint(services: TimedServices): Job {
  return {
    kind: 'verify',
    timeLimit: MINUTE,

    async run(work, { now, signal }) {
      const found = await services.verifyPrint(releaseOf(work), now, signal);
      switch (found) {
        case 'settled':
          return { kind: 'done' };
        case 'nobody-else':
          return { kind: 'skipped', reason: 'no second source of figures' };
        case 'waiting':
          return { kind: 'again', after: pollDelay('keyed', now - work.dueAt) };
      }
    },

    missed: () => Promise.resolve(),
  };
}
