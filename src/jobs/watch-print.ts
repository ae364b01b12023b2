import { MINUTE } from '#domain/duration.ts';
import { pollDelay } from '#domain/releases/poll-delay.ts';
import type { Job } from '#scheduler/job.ts';
import { overdueMinutes } from '#scheduler/overdue-minutes.ts';
import type { TimedServices } from '#services/timed.ts';
import { releaseOf } from './release-of.ts';

/** From the instant of a release on: asks for its figures until they are out, and says so when they are overdue. */
export function watchPrint(services: TimedServices): Job {
  return {
    kind: 'print',
    timeLimit: MINUTE,

    async run(work, { now, signal }) {
      const release = releaseOf(work);
      if ((await services.receivePrint(release, now, signal)) === 'received') {
        return { kind: 'done' };
      }
      const elapsed = now - work.dueAt;
      const minutes = overdueMinutes(elapsed);
      if (minutes !== undefined) {
        await services.tellLate(release, minutes, now);
      }
      return { kind: 'again', after: pollDelay(services.pace, elapsed) };
    },

    missed: (work, now) => services.tellMissed(work, now),
  };
}
