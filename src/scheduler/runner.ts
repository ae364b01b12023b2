import type { WorkLedger } from '#ports/ledger/ledger.ts';
import { createPlanner, type PlannerParts } from './planner.ts';
import { runBacklog } from './run-backlog.ts';
import { createRunWork, type Ending, type RunWorkParts } from './run-work.ts';

export type RunnerParts = Omit<PlannerParts, 'ledger'> &
  Omit<RunWorkParts, 'ledger' | 'planner'> & {
    /** What a process that died had claimed must have been reclaimed. */
    readonly ledger: Pick<
      WorkLedger,
      'plan' | 'claimWork' | 'claimBacklog' | 'settleWork' | 'settleAll' | 'nextWorkAt'
    >;
  };

/** How many pieces ended how. */
export type RunReport = Readonly<Record<Ending, number>> & {
  /** When the next piece is due, epoch milliseconds (UTC); absent when nothing is planned. */
  readonly nextAt?: number;
};

export type Runner = {
  /**
   * Plans, and runs every piece that is due, the earliest first. Aborting stops it after the piece under way. Two
   * calls at once share the pieces between them.
   *
   * @param now - epoch milliseconds (UTC) on the market clock
   */
  runDue(now: number, signal: AbortSignal): Promise<RunReport>;
};

/** The one place where stored work becomes acts. Whoever knows what time it is calls it: a waker or a replay. */
export function createRunner(parts: RunnerParts): Runner {
  const { ledger } = parts;
  const planner = createPlanner(parts);
  const runWork = createRunWork({ ...parts, planner });

  return {
    async runDue(now, signal) {
      const count: Record<Ending, number> = { done: 0, skipped: 0, missed: 0, again: 0, failed: 0 };
      await planner.refresh(now, signal);
      for (const ending of await runBacklog({ ledger, runWork }, now, signal)) {
        count[ending] += 1;
      }
      while (!signal.aborted) {
        const work = await ledger.claimWork(now);
        if (!work) {
          break;
        }
        count[await runWork(work, now, signal)] += 1;
      }
      if (count.done > 0) {
        planner.outdate();
        await planner.refresh(now, signal);
      }
      const nextAt = await ledger.nextWorkAt();
      return { ...count, ...(nextAt !== undefined && { nextAt }) };
    },
  };
}
