import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { thresholds } from '#config/thresholds.ts';
import { createWallClock } from '#adapters/clock/wall-clock.ts';
import { openStore } from '#adapters/store/open-store.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import type { Pace } from '#domain/releases/poll.ts';
import { jobsThat } from '#test/support/process/runner.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import type { Job, JobOutcome } from '#scheduler/job.ts';
import { createRunner } from '#scheduler/runner.ts';
import { Waker } from '#scheduler/waker.ts';
import { exchangeFacts } from '#config/exchange-facts.ts';
import { playReleaseDay } from '#test/support/process/release-day.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import type { Measurement, Row } from './measurement.ts';
import { quantile } from './quantile.ts';

const ROWS = 10_000;
const MOST_LATE = 1_000;
const SERVERS = 2_500;
const MINUTE = 60_000;

/** Milliseconds until the rows fall due: enough for all of them to have been planned. */
const AHEAD = 12_000;

const QUOTAS: readonly (readonly [pace: Pace, quota: number])[] = [
  ['keyless', 25],
  ['keyed', 500],
];

const loud: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (event, error) => {
    throw new Error(event, { cause: error });
  },
};

/** How late work is when all of it falls due at once, and what a release day asks of a source. */
export const scheduler: Measurement = {
  name: 'scheduler',
  async measure(say) {
    say(`${ROWS} rows due at one instant`);
    const lateness = await inFolder(latenessOf);
    const rows: Row[] = [0.5, 0.99].map((share) => ({
      what: `lateness, ${ROWS} rows due at one instant, ${share === 0.5 ? 'median' : 'p99'}`,
      ours: quantile(lateness, share),
      unit: 'ms',
      bar: { kind: 'limit', most: MOST_LATE },
    }));
    for (const [pace, quota] of QUOTAS) {
      for (const delay of [26 * MINUTE, undefined]) {
        say(`a release day, ${pace}`);
        rows.push(await dayRow(pace, quota, delay));
      }
    }
    return rows;
  },
};

async function dayRow(pace: Pace, quota: number, delay: number | undefined): Promise<Row> {
  const told = await inFolder((ledger) =>
    playReleaseDay({ ledger, pace, servers: SERVERS, log: loud, ...(delay !== undefined && { delay }) }),
  );
  if (told.evaluated !== (delay === undefined ? 0 : SERVERS)) {
    throw new Error(`${told.evaluated} servers were evaluated.`);
  }
  const words = delay === undefined ? 'never published' : 'published at 08:56';
  return {
    what: `release day for ${SERVERS} servers, ${pace}, ${words}`,
    ours: told.requests,
    unit: 'requests',
    bar: { kind: 'limit', most: quota },
  };
}

/** Milliseconds from the instant at which a piece was due to the one at which it was run, by the clock on the wall. */
async function latenessOf(ledger: Ledger): Promise<readonly number[]> {
  const clock = createWallClock();
  const calendar = exchangeCalendar(exchangeFacts);
  const scheduledAt = clock.now() + AHEAD;
  const releases = Array.from({ length: ROWS }, (_, n) =>
    releaseOn('CPI', '2026-12-10', { id: `CPI-${n}`, scheduledAt }),
  );
  const lateness: number[] = [];
  const all = Promise.withResolvers<void>();
  const runner = createRunner({
    ledger,
    calendar,
    log: loud,
    releases: { releases: async () => releases },
    open: async () => ({ windowSessions: 5, aboveBase: false }),
    jobs: {
      ...jobsThat(IDLE),
      print: {
        ...IDLE,
        timeLimit: MINUTE,
        async run(): Promise<JobOutcome> {
          lateness.push(clock.now() - scheduledAt);
          if (lateness.length === ROWS) {
            all.resolve();
          }
          return { kind: 'done' };
        },
      },
    },
  });
  const waker = new Waker({ runDue: runner.runDue, ledger, clock, log: loud });
  waker.start();
  await all.promise;
  await waker.stop();
  return lateness;
}

const IDLE: Omit<Job, 'timeLimit'> = { run: async () => ({ kind: 'done' }), missed: async () => undefined };

async function inFolder<Result>(act: (ledger: Ledger) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-bench-'));
  const store = await openStore(folder, thresholds);
  try {
    return await act(store.ledger);
  } finally {
    await store.close();
    await rm(folder, { recursive: true, force: true });
  }
}
