import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkInstant } from '#calendar/new-york.ts';
import type { Pace, ShownFigures } from '#domain/releases/poll.ts';
import { type ClockActs, jobs } from '#jobs/index.ts';
import type { ConsensusSource } from '#ports/sources/release-data.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import type { Log } from '#ports/log.ts';
import { createRunner } from '#scheduler/runner.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';
import { bindReleaseDay } from '#services/releases/index.ts';
import { createLivePrints } from '#services/releases/live-prints.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

/** A PPI of the day before that never appears, so that it is still asked for: the busiest a day can be. */
const DAY = '2021-04-09';
const RELEASES = [releaseOn('PPI', '2021-04-08'), releaseOn('CPI', DAY)];

export type ReleaseDay = {
  readonly ledger: Ledger;
  readonly pace: Pace;
  /** Milliseconds after 08:30 at which the CPI appears; absent for not that day. */
  readonly delay?: number;
  readonly servers: number;
  readonly log: Log;
  /** Who tells what is expected; nobody where absent. */
  readonly consensus?: readonly ConsensusSource[];
  /** Epoch milliseconds (UTC) at which the bot is started; two evenings before where absent. */
  readonly startedAt?: number;
  /** When the day is over; at midnight where absent. */
  readonly until?: number;
};

/** What a release day came to. */
export type DayTold = {
  /** How often the source was asked from midnight to midnight in New York. */
  readonly requests: number;
  /** Milliseconds from the figures' appearance to their receipt; absent where they never came. */
  readonly wait?: number;
  /** Servers evaluated with them. */
  readonly evaluated: number;
  /** Minutes after 08:30 at which people were told that the CPI is overdue. */
  readonly overdue: readonly number[];
};

/** Plays the day in simulated time, from the evening before: the real planner, runner, jobs, polling and ledger. */
export async function playReleaseDay({
  ledger,
  pace,
  delay,
  servers,
  log,
  consensus = [],
  startedAt = newYorkInstant('2021-04-07', '17:00'),
  until = newYorkInstant('2021-04-10', '00:00'),
}: ReleaseDay): Promise<DayTold> {
  const calendar = exchangeCalendar(EXCHANGE_YEARS);
  const appearsAt = newYorkInstant(DAY, '08:30') + (delay ?? Number.POSITIVE_INFINITY);
  const clock = { at: startedAt };
  const asked: number[] = [];
  let receivedAt: number | undefined;
  const overdue: number[] = [];
  let evaluated = 0;
  const prints = createLivePrints({
    figures: [
      {
        source: 'BLS',
        pace,
        async look(kind) {
          asked.push(clock.at);
          return shown(kind === 'CPI' && clock.at >= appearsAt);
        },
      },
    ],
    consensus,
    past: { history: async () => [] },
    ledger,
    clock: { now: () => clock.at },
  });
  const releases = { releases: async () => RELEASES };
  const alerts = {
    alertServers: async () => undefined,
    alertDegraded: async () => undefined,
    alertOnOutage,
  };
  const releaseDay = bindReleaseDay({
    ...alerts,
    calendar,
    prints,
    ledger,
    releases,
    foresee: () => Promise.reject(new Error('nothing is foreseen here')),
    withManualForecasts: async (_server, _release, general) => general,
    async evaluateServers({ evaluation: { kind } }) {
      if (kind === 'print') {
        receivedAt = clock.at;
        evaluated += servers;
      }
      return servers;
    },
  });
  const acts: ClockActs = {
    ...releaseDay,
    pace,
    announceRelease: async () => undefined,
    refreshCalendar: async () => undefined,
    async alertLate(releaseId, minutes, now) {
      await releaseDay.alertLate(releaseId, minutes, now);
      overdue.push(...(releaseId.startsWith('CPI') ? [minutes] : []));
    },
    evaluateCheck: async () => 'evaluated',
    evaluateClose: async () => 'evaluated',
    reviewDecisions: async () => 0,
    purgeServers: async () => undefined,
    rollOffBooks: async () => undefined,
    alertMissed: async () => undefined,
    alertHedgeUpkeep: async () => undefined,
    alertSilentSources: async () => undefined,
  };
  const runner = createRunner({
    ledger,
    calendar,
    log,
    jobs: jobs(acts),
    releases,
    open: async () => ({ windowSessions: 5, aboveBase: false }),
  });
  const { signal } = new AbortController();
  for (let next: number | undefined = clock.at; next !== undefined && next < until;) {
    clock.at = next;
    next = (await runner.runDue(next, signal)).nextAt;
  }
  return {
    requests: asked.filter((at) => newYorkDay(at) === DAY).length,
    ...(receivedAt !== undefined && { wait: receivedAt - appearsAt }),
    evaluated,
    overdue,
  };
}

function shown(isOut: boolean): ShownFigures {
  return {
    referenceMonth: isOut ? '2021-03' : '2021-02',
    values: isOut ? 'new' : 'old',
    figures: { headline: { actual: 12 }, core: { actual: 6 }, headlineYearly: {} },
    quality: 'live',
  };
}
