import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** Each day: is there a server that the bot was removed from long ago? Whose day was missed is found the next. */
export function forgetServers(services: TimedServices): Job {
  return {
    kind: 'purge-servers',
    timeLimit: 120_000,

    async run() {
      await services.forgetServers();
      return { kind: 'done' };
    },

    missed: () => Promise.resolve(),
  };
}
