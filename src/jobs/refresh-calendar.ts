import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** At the start and each morning: reads the dates of releases again. One that was missed is followed by the next. */
export function refreshCalendar(services: TimedServices): Job {
  return {
    kind: 'calendar-refresh',
    timeLimit: 120_000,

    async run(_work, { now, signal }) {
      await services.refreshCalendar(now, signal);
      return { kind: 'done' };
    },

    missed: () => Promise.resolve(),
  };
}
