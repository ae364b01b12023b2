import { exchangeFacts } from '#config/exchange-facts.ts';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import { planDue } from '#scheduler/plan-due.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

/*
 * Prints what is planned around both changes of the clocks in 2026, in UTC. Run on its own, in whatever zone the host
 * is in.
 */
const DAYS = ['2026-03-06', '2026-03-11', '2026-10-30', '2026-11-04'];

const planned = DAYS.flatMap((day) =>
  planDue({
    releases: [releaseOn('CPI', day)],
    calendar: exchangeCalendar(exchangeFacts),
    windowSessions: 5,
    aboveBase: false,
    now: newYorkInstant(day, '00:00') - 86_400_000,
    horizon: 3 * 86_400_000,
  }).map(({ id, dueAt }) => `${id} ${new Date(dueAt).toISOString()}`),
);

process.stdout.write(`${planned.join('\n')}\n`);
