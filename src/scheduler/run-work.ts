import { MINUTE } from '#domain/duration.ts';
import type { DueWork, WorkState } from '#domain/releases/due-work.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { JobOutcome, Jobs } from './job.ts';
import type { Planner } from './planner.ts';
import { retryDelay } from './retry-delay.ts';

export type RunWorkParts = {
  readonly ledger: Pick<WorkLedger, 'settleWork'>;
  readonly jobs: Jobs;
  readonly planner: Pick<Planner, 'planned'>;
  readonly log: Log;
};

/** How a claimed piece of work ended. */
export type Ending = 'done' | 'skipped' | 'missed' | 'again' | 'failed';

/**
 * Runs one claimed piece and settles it. Never throws but when the ledger does.
 *
 * @param settle - instead of the ledger, for those who settle many at once
 */
export type RunWork = (
  work: DueWork,
  now: number,
  signal: AbortSignal,
  settle?: WorkLedger['settleWork'],
) => Promise<Ending>;

type Settled = Exclude<WorkState, { state: 'claimed' }>;

/** Milliseconds after its time from which a run is called late. */
const LATE_AFTER = 2 * MINUTE;

/**
 * A piece whose time has passed is missed, one that the calendar has called off is skipped, and one that failed is
 * tried again later, as long as it is valid.
 */
export function createRunWork({ ledger, jobs, planner, log }: RunWorkParts): RunWork {
  /** Failures in a row; after a restart they are counted anew. */
  const failures = new Map<string, number>();
  /** When a piece that is run more than once is expected next: until then it is not late. */
  const expected = new Map<string, number>();

  async function perform(work: DueWork, now: number, signal: AbortSignal): Promise<Settled> {
    const planned = planner.planned(work);
    if (!planned) {
      return { state: 'skipped', at: now, reason: 'not planned any more' };
    }
    if (planned.dueAt > now) {
      return { state: 'due', notBefore: planned.dueAt };
    }
    const job = jobs[planned.kind];
    if (now > planned.validUntil) {
      await job.missed(planned, now);
      return { state: 'missed', at: now };
    }
    const late = now - (expected.get(work.id) ?? planned.dueAt) > LATE_AFTER;
    const limited = AbortSignal.any([signal, AbortSignal.timeout(job.timeLimit)]);
    return stateAfter(await job.run(planned, { now, late, signal: limited }), now, late);
  }

  function laterAfter(work: DueWork, now: number, error: unknown): Settled {
    const count = (failures.get(work.id) ?? 0) + 1;
    failures.set(work.id, count);
    log.error('work failed', error, { work: work.id, failures: count });
    return { state: 'due', notBefore: now + retryDelay(error, count) };
  }

  return async (work, now, signal, settle = (id, state) => ledger.settleWork(id, state)) => {
    let settled: Settled;
    try {
      settled = await perform(work, now, signal);
    } catch (error) {
      if (!signal.aborted) {
        await settle(work.id, laterAfter(work, now, error));
        return 'failed';
      }
      settled = { state: 'due', notBefore: now };
    }
    await settle(work.id, settled);
    failures.delete(work.id);
    if (settled.state !== 'due') {
      expected.delete(work.id);
      return settled.state;
    }
    expected.set(work.id, settled.notBefore);
    return 'again';
  };
}

function stateAfter(outcome: JobOutcome, now: number, late: boolean): Settled {
  switch (outcome.kind) {
    case 'done':
      return { state: 'done', at: now, late };
    case 'skipped':
      return { state: 'skipped', at: now, reason: outcome.reason };
    case 'again':
      return { state: 'due', notBefore: now + Math.max(1, outcome.after) };
  }
}
