import { vi } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Release } from '#domain/releases/release.ts';
import type { Log } from '#ports/log.ts';
import type { Job, JobOutcome, Jobs } from '#scheduler/job.ts';
import { createRunner } from '#scheduler/runner.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { workInMemory } from '#test/support/ledger/work-ledger.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);
export const CPI = releaseOn('CPI', '2014-09-17');

/** New York time in September 2014. */
export const at = (day: number, time: string): number => newYorkInstant(`2014-09-${day}`, time);

type Act = (work: DueWork, run: Parameters<Job['run']>[1]) => JobOutcome | Promise<JobOutcome>;

/** A runner whose jobs do what `act` says, and the words of what happened. */
export function setUpRunner(act: Act = () => ({ kind: 'done' })) {
  const said: string[] = [];
  const ledger = workInMemory();
  const known: { releases: readonly Release[]; aboveBase: boolean } = { releases: [CPI], aboveBase: false };
  const log = { info: vi.fn<Log['info']>(), warn: vi.fn<Log['warn']>(), error: vi.fn<Log['error']>() };
  const read = vi.fn<() => void>();
  const parts = {
    ledger,
    calendar,
    log,
    releases: {
      releases: async () => {
        read();
        return known.releases;
      },
    },
    open: async () => ({ windowSessions: 5, aboveBase: known.aboveBase }),
    jobs: jobsThat({
      run: async (work, run) => {
        said.push(`${work.id}${run.late ? ' late' : ''}`);
        return act(work, run);
      },
      missed: async (work) => {
        said.push(`${work.id} missed`);
      },
    }),
  };
  const standing = (id: string) => ledger.rows.get(id)?.status;
  return { runner: createRunner(parts), parts, said, ledger, known, log, read, standing };
}

/** Jobs that all do the same, whatever the kind of work. */
export function jobsThat(acts: Omit<Job, 'timeLimit'>): Jobs {
  const job: Job = { timeLimit: 60_000, ...acts };
  return {
    'pre-brief': job,
    forecast: job,
    print: job,
    verify: job,
    check: job,
    close: job,
    'calendar-refresh': job,
    hedge: job,
    review: job,
    'purge-servers': job,
  };
}
