import { MINUTE, SECOND } from '#domain/duration.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import { type Pace, pollDelay } from '#domain/releases/poll.ts';
import type { Job, JobOutcome, Jobs } from '#scheduler/job.ts';
import { overdueMinutes } from '#scheduler/overdue-minutes.ts';
import type { HoldingsServices } from '#services/book/index.ts';
import type { AlertServices } from '#services/delivery/index.ts';
import type { PurgeServices } from '#services/health/index.ts';
import type { ReleaseDayServices } from '#services/releases/index.ts';
import type { SessionServices } from '#services/signal/index.ts';

/** The acts that the clock asks for. Each is idempotent: doing it twice is doing it once. */
export type ClockActs = ReleaseDayServices &
  SessionServices &
  PurgeServices &
  Pick<AlertServices, 'alertMissed' | 'alertHedgeUpkeep' | 'alertSilentSources'> &
  Pick<HoldingsServices, 'rollOffBooks'> & {
    /** How often figures may be asked for. */
    readonly pace: Pace;
  };

/** Milliseconds after which closes that are not there yet are asked for again: sources keep what they say for as long. */
const CLOSES_AGAIN = 61 * SECOND;

const DONE: JobOutcome = { kind: 'done' };
const NOTHING_OPEN: JobOutcome = { kind: 'skipped', reason: 'nothing open' };

/** What is done for each kind of work when it falls due. */
export function jobs(acts: ClockActs): Jobs {
  return { ...releaseJobs(acts), ...sessionJobs(acts), ...upkeepJobs(acts) };
}

function releaseJobs(
  acts: ClockActs,
): Pick<Jobs, 'pre-brief' | 'forecast' | 'print' | 'verify' | 'calendar-refresh'> {
  return {
    'pre-brief': {
      timeLimit: MINUTE,
      run: async (work, { now, signal }) => done(acts.announceRelease(releaseOf(work), now, signal)),
      missed: acts.alertMissed,
    },
    forecast: {
      timeLimit: MINUTE,
      run: async (work, { now, signal }) => done(acts.captureForecasts(releaseOf(work), now, signal)),
      missed: silently,
    },
    print: {
      timeLimit: MINUTE,
      run: (work, run) => watchPrint(acts, work, run),
      missed: acts.alertMissed,
    },
    verify: {
      timeLimit: MINUTE,
      run: (work, run) => verify(acts, work, run),
      missed: silently,
    },
    'calendar-refresh': {
      timeLimit: 2 * MINUTE,
      async run(_work, { now, signal }) {
        await acts.refreshCalendar(now, signal);
        await acts.alertSilentSources(now);
        return DONE;
      },
      missed: silently,
    },
  };
}

/** What has settled is out of the books before any of it; after a close, what is due of the hedge is told. */
function sessionJobs(acts: ClockActs): Pick<Jobs, 'check' | 'close'> {
  return {
    check: {
      timeLimit: MINUTE,
      async run(work, { now, signal }) {
        await acts.rollOffBooks(now);
        return (await acts.evaluateCheck(work, now, signal)) === 'evaluated' ? DONE : NOTHING_OPEN;
      },
      missed: acts.alertMissed,
    },
    close: {
      timeLimit: 2 * MINUTE,
      async run(work, { now, signal }) {
        await acts.rollOffBooks(now);
        const outcome = await acts.evaluateClose(work, now, signal);
        if (outcome === 'not-closed') {
          return { kind: 'again', after: CLOSES_AGAIN };
        }
        await acts.alertHedgeUpkeep(now);
        return outcome === 'evaluated' ? DONE : NOTHING_OPEN;
      },
      missed: acts.alertMissed,
    },
  };
}

/** What was missed of these is made up for the next time. */
function upkeepJobs(acts: ClockActs): Pick<Jobs, 'hedge' | 'review' | 'purge-servers'> {
  return {
    hedge: {
      timeLimit: MINUTE,
      async run(_work, { now }) {
        await acts.rollOffBooks(now);
        await acts.alertHedgeUpkeep(now);
        return DONE;
      },
      missed: silently,
    },
    review: {
      timeLimit: 2 * MINUTE,
      run: (_work, { now, signal }) => done(acts.reviewDecisions(now, signal)),
      missed: silently,
    },
    'purge-servers': {
      timeLimit: 2 * MINUTE,
      run: () => done(acts.purgeServers()),
      missed: silently,
    },
  };
}

type Run = Parameters<Job['run']>[1];

/** Asks for figures until they are out, and says so when they are overdue. */
async function watchPrint(acts: ClockActs, work: DueWork, { now, signal }: Run): Promise<JobOutcome> {
  const release = releaseOf(work);
  if ((await acts.receivePrint(release, now, signal)) === 'received') {
    return DONE;
  }
  const elapsed = now - work.dueAt;
  const minutes = overdueMinutes(elapsed);
  if (minutes !== undefined) {
    await acts.alertLate(release, minutes, now);
  }
  return { kind: 'again', after: pollDelay(acts.pace, elapsed) };
}

/** Asks other sources until one agrees. It is not late when none does in time: the print stays provisional. */
async function verify(acts: ClockActs, work: DueWork, { now, signal }: Run): Promise<JobOutcome> {
  switch (await acts.verifyPrint(releaseOf(work), now, signal)) {
    case 'settled':
      return DONE;
    case 'nobody-else':
      return { kind: 'skipped', reason: 'no second source of figures' };
    case 'waiting':
      return { kind: 'again', after: pollDelay('keyed', now - work.dueAt) };
  }
}

async function done(act: Promise<unknown>): Promise<JobOutcome> {
  await act;
  return DONE;
}

async function silently(): Promise<void> {
  await Promise.resolve();
}

/** @throws Error for work that belongs to no release, which is never planned with these kinds */
function releaseOf({ id, releaseId }: DueWork): string {
  if (releaseId === undefined) {
    throw new Error(`${id} names no release`);
  }
  return releaseId;
}
