import type { Job } from '#scheduler/job.ts';
import type { TimedServices } from '#services/timed.ts';

/** Milliseconds after which closes that are not there yet are asked for again: sources keep what they say for as long. */
const ASK_AGAIN = 61_000;

/** A quarter of an hour after the close: the evaluation that may move the ratio. */
export function evaluateClose(services: TimedServices): Job {
  return {
    kind: 'close',
    timeLimit: 120_000,

    async run(work, { now, signal }) {
      const found = await services.evaluateMarket(work, now, signal);
      if (found === 'not-closed') {
        return { kind: 'again', after: ASK_AGAIN };
      }
      return found === 'evaluated' ? { kind: 'done' } : { kind: 'skipped', reason: 'nothing open' };
    },

    missed: (work, now) => services.tellMissed(work, now),
  };
}
