import { describe, expect, it } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkInstant, newYorkTime } from '#calendar/new-york.ts';
import { planDue } from '#scheduler/plan-due.ts';
import type { Upkeep } from '#scheduler/upkeep.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);
const CPI = releaseOn('CPI', '2021-11-10');
const STARTED = newYorkInstant('2021-11-05', '12:00');

/** `id day time` of what is planned; the clocks are set back on 2021-11-07. */
function plan(upkeep: Partial<Upkeep> | undefined, now = STARTED): string[] {
  return planDue({
    releases: [CPI],
    calendar,
    windowSessions: 5,
    aboveBase: true,
    now,
    horizon: 7 * 86_400_000,
    ...(upkeep && { upkeep: { startedAt: STARTED, ...upkeep } }),
  }).map(({ id, dueAt }) => `${id} ${newYorkDay(dueAt)} ${newYorkTime(dueAt)}`);
}

describe('upkeepOf', () => {
  it('reads dates at the start and each morning, looks at rolls and budgets, and captures forecasts five minutes before figures', () => {
    expect(plan({ isAlone: true })).toEqual([
      'purge-servers.2021-11-05 2021-11-05 05:30',
      'calendar.2021-11-05 2021-11-05 06:15',
      'hedge.2021-11-05 2021-11-05 09:00',
      `calendar.start-${STARTED} 2021-11-05 12:00`,
      'purge-servers.2021-11-06 2021-11-06 05:30',
      'calendar.2021-11-06 2021-11-06 06:15',
      'hedge.2021-11-06 2021-11-06 09:00',
      'CPI-2021-11-10.forecast 2021-11-10 08:25',
    ]);
  });

  it('reads them at 06:15 in New York on the day on which clocks are set back', () => {
    expect(plan({ isAlone: true }, newYorkInstant('2021-11-07', '03:00'))).toContain(
      'calendar.2021-11-07 2021-11-07 06:15',
    );
  });

  it('stands beside the work of releases where figures and prices are connected', () => {
    const work = plan({});
    expect(work).toContain('CPI-2021-11-10.print 2021-11-10 08:30');
    expect(work).toContain('CPI-2021-11-10.forecast 2021-11-10 08:25');
    expect(work).toContain('CPI-2021-11-10.verify 2021-11-10 08:31');
  });

  it('looks at the latest decisions again each morning, and once counts are final', () => {
    const reviews = plan({}, newYorkInstant('2021-11-05', '16:46')).filter((line) =>
      line.startsWith('review'),
    );
    expect(reviews).toEqual([
      'review.2021-11-05-1645 2021-11-05 16:45',
      'review.2021-11-06-0730 2021-11-06 07:30',
      'review.2021-11-06-1645 2021-11-06 16:45',
    ]);
  });

  it('is not there where everything is recorded', () => {
    expect(plan(undefined).filter((line) => /calendar|forecast|verify/.test(line))).toEqual([]);
  });
});
