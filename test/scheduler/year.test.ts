import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '#adapters/store/sqlite/open-database.ts';
import { createWorkLedger } from '#adapters/store/work-ledger.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkInstant, newYorkTime } from '#calendar/new-york.ts';
import { type ClockActs, jobs } from '#jobs/index.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';
import { createRunner } from '#scheduler/runner.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { workInMemory } from '#test/support/ledger/work-ledger.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);

/** @see https://www.bls.gov/schedule/2021/ */
const CPI_DAYS = '01-13 02-10 03-10 04-13 05-12 06-10 07-13 08-11 09-14 10-13 11-10 12-10'.split(' ');
const PPI_DAYS = '01-15 02-17 03-12 04-09 05-13 06-15 07-14 08-12 09-10 10-14 11-09 12-14'.split(' ');
const RELEASES = [
  ...CPI_DAYS.map((day) => releaseOn('CPI', `2021-${day}`)),
  ...PPI_DAYS.map((day) => releaseOn('PPI', `2021-${day}`)),
].toSorted((a, b) => a.scheduledAt - b.scheduledAt);

/** The PPI of 2021-04-09 appeared at 08:56. */
const LATE = { id: 'PPI-2021-04-09', outAt: newYorkInstant('2021-04-09', '08:56') };

/** Plays 2021 from one due instant to the next and tells what was done when. */
async function playYear(
  ledger: WorkLedger,
): Promise<{ readonly acts: readonly string[]; readonly polls: number }> {
  const acts: string[] = [];
  let polls = 0;
  const tell = (what: string, now: number): void => {
    acts.push(`${newYorkDay(now)} ${newYorkTime(now)} ${what}`);
  };
  const services: ClockActs = {
    pace: 'keyed',
    announceRelease: async (id, now) => tell(`${id}.pre-brief`, now),
    receivePrint: async (id, now) => {
      polls += 1;
      if (id === LATE.id && now < LATE.outAt) {
        return 'not-out';
      }
      tell(`${id}.print`, now);
      return 'received';
    },
    evaluateCheck: async (work, now) => {
      tell(work.id, now);
      return 'evaluated';
    },
    evaluateClose: async (work, now) => {
      tell(work.id, now);
      return 'evaluated';
    },
    rollOffBooks: async () => undefined,
    refreshCalendar: async () => undefined,
    alertSilentSources: async () => undefined,
    alertHedgeUpkeep: async () => undefined,
    purgeServers: async () => undefined,
    reviewDecisions: async () => 0,
    verifyPrint: async () => 'settled',
    captureForecasts: async () => undefined,
    alertLate: async (id, minutes, now) => tell(`${id} late ${minutes}`, now),
    alertMissed: async (work, now) => tell(`${work.id} missed`, now),
  };
  const runner = createRunner({
    ledger,
    calendar,
    jobs: jobs(services),
    releases: { releases: async () => RELEASES },
    open: async () => ({ windowSessions: 5, aboveBase: false }),
    log: {
      info: () => undefined,
      warn: () => undefined,
      error: (_event, error) => {
        throw error;
      },
    },
  });
  const { signal } = new AbortController();
  let next: number | undefined = newYorkInstant('2021-01-01', '00:00');
  while (next !== undefined && next < newYorkInstant('2022-01-01', '00:00')) {
    next = (await runner.runDue(next, signal)).nextAt;
  }
  return { acts, polls };
}

/** The ledger that the product keeps, in a folder that goes away with the test. */
async function storedLedger(): Promise<WorkLedger> {
  const folder = await mkdtemp(join(tmpdir(), 'vega-steward-year-'));
  const database = openDatabase(join(folder, 'steward.sqlite'));
  onTestFinished(async () => {
    await database.close();
    await rm(folder, { recursive: true });
  });
  return createWorkLedger(database);
}

describe('a year of releases', () => {
  it.each([
    ['in memory', async () => workInMemory()],
    ['in the store', storedLedger],
  ])('announces, receives, checks and evaluates every one, planned %s', async (_where, open) => {
    const { acts, polls } = await playYear(await open());
    const count = (pattern: RegExp): number => acts.filter((act) => pattern.test(act)).length;

    expect(count(/18:00 .*\.pre-brief$/)).toBe(24);
    expect(count(/08:30 .*\.print$/)).toBe(23);
    expect(acts).toContain('2021-04-09 08:56 PPI-2021-04-09.print');
    expect(count(/09:45 .*\.check-0945$/)).toBe(24);
    expect(count(/10:30 .*\.check-1030$/)).toBe(24);
    expect(count(/late|missed/)).toBe(0);
    // 30 in the first minute, 24 to the third, one a minute to 08:56, that one included.
    expect(polls).toBe(23 + 30 + 24 + 24);

    const closes = acts.filter((act) => act.endsWith('.official'));
    const expected = new Set(
      RELEASES.flatMap(({ scheduledAt }) => {
        const zero = calendar.sessionOnOrAfter(newYorkDay(scheduledAt));
        return calendar.sessionsBetween(zero, calendar.shift(zero, 6));
      }),
    );
    expect(closes).toEqual([...expected].toSorted().map((session) => `${session} 16:15 ${session}.official`));
  });
});
