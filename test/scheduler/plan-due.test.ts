import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exchangeCalendar } from '#calendar/exchange-calendar.ts';
import { newYorkDay, newYorkInstant, newYorkTime } from '#calendar/new-york.ts';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { Release } from '#domain/releases/release.ts';
import { planDue, type PlanRequest } from '#scheduler/plan-due.ts';
import { EXCHANGE_YEARS } from '#test/support/engine/exchange-years.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const calendar = exchangeCalendar(EXCHANGE_YEARS);
const DAY = 24 * 3_600_000;

function plan(releases: readonly Release[], overrides: Partial<PlanRequest> = {}): readonly DueWork[] {
  const [first] = releases;
  return planDue({
    releases,
    calendar,
    windowSessions: 5,
    aboveBase: false,
    now: (first?.scheduledAt ?? 0) - 3 * DAY,
    horizon: 45 * DAY,
    ...overrides,
  });
}

const row = ({ id, dueAt }: DueWork): string => `${newYorkDay(dueAt)} ${newYorkTime(dueAt)} ${id}`;
const find = (work: readonly DueWork[], id: string): DueWork | undefined =>
  work.find((piece) => piece.id === id);

describe('planDue', () => {
  it('plans a release from the evening before to the close after its window', () => {
    expect(plan([releaseOn('CPI', '2014-09-17')]).map(row)).toEqual([
      '2014-09-16 18:00 CPI-2014-09-17.pre-brief',
      '2014-09-17 08:30 CPI-2014-09-17.print',
      '2014-09-17 09:45 2014-09-17.check-0945',
      '2014-09-17 10:30 2014-09-17.check-1030',
      '2014-09-17 16:15 2014-09-17.official',
      '2014-09-18 16:15 2014-09-18.official',
      '2014-09-19 16:15 2014-09-19.official',
      '2014-09-22 16:15 2014-09-22.official',
      '2014-09-23 16:15 2014-09-23.official',
      '2014-09-24 16:15 2014-09-24.official',
      '2014-09-25 16:15 2014-09-25.official',
    ]);
  });

  it('follows the longest window of any server', () => {
    const work = plan([releaseOn('CPI', '2014-09-17')], { windowSessions: 10 });
    expect(work.map(row).at(-1)).toBe('2014-10-02 16:15 2014-10-02.official');
  });

  it.each([
    // The clocks went forward on 2023-03-12 and back on 2022-11-06.
    ['2023-03-14', '2023-03-13T22:00Z', '2023-03-14T12:30Z', '2023-03-14T20:15Z'],
    ['2023-03-10', '2023-03-09T23:00Z', '2023-03-10T13:30Z', '2023-03-10T21:15Z'],
    ['2022-11-07', '2022-11-06T23:00Z', '2022-11-07T13:30Z', '2022-11-07T21:15Z'],
    ['2022-11-04', '2022-11-03T22:00Z', '2022-11-04T12:30Z', '2022-11-04T20:15Z'],
  ])('keeps New York time for %s on either side of a change of clocks', (day, eve, release, close) => {
    const work = plan([releaseOn('CPI', day)]);
    expect(find(work, `CPI-${day}.pre-brief`)?.dueAt).toBe(Date.parse(eve));
    expect(find(work, `CPI-${day}.print`)?.dueAt).toBe(Date.parse(release));
    expect(find(work, `${day}.official`)?.dueAt).toBe(Date.parse(close));
  });

  it('announces a Monday release on the Sunday on which clocks change, at 18:00 there', () => {
    const work = plan([releaseOn('PPI', '2023-03-13')]);
    expect(find(work, 'PPI-2023-03-13.pre-brief')?.dueAt).toBe(Date.parse('2023-03-12T22:00Z'));
  });

  it('checks and evaluates on the next session when markets are closed on the day of the release', () => {
    // CPI for March 2020 came out on Good Friday.
    expect(
      plan([releaseOn('CPI', '2020-04-10')])
        .map(row)
        .slice(0, 6),
    ).toEqual([
      '2020-04-09 18:00 CPI-2020-04-10.pre-brief',
      '2020-04-10 08:30 CPI-2020-04-10.print',
      '2020-04-13 09:45 2020-04-13.check-0945',
      '2020-04-13 10:30 2020-04-13.check-1030',
      '2020-04-13 16:15 2020-04-13.official',
      '2020-04-14 16:15 2020-04-14.official',
    ]);
  });

  it('evaluates early closes at 13:15 and leaves holidays out', () => {
    const work = plan([releaseOn('PPI', '2023-11-21')]);
    expect(work.map(row).filter((text) => text.includes('official'))).toEqual([
      '2023-11-21 16:15 2023-11-21.official',
      '2023-11-22 16:15 2023-11-22.official',
      '2023-11-24 13:15 2023-11-24.official',
      '2023-11-27 16:15 2023-11-27.official',
      '2023-11-28 16:15 2023-11-28.official',
      '2023-11-29 16:15 2023-11-29.official',
      '2023-11-30 16:15 2023-11-30.official',
    ]);
  });

  it('plans each close once when two releases share it, in the name of the latest', () => {
    const work = plan([releaseOn('CPI', '2022-11-10'), releaseOn('PPI', '2022-11-15')]);
    const ids = work.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(find(work, '2022-11-14.official')?.releaseId).toBe('CPI-2022-11-10');
    expect(find(work, '2022-11-17.official')?.releaseId).toBe('PPI-2022-11-15');
    expect(ids.filter((id) => id.endsWith('.check-0945'))).toEqual([
      '2022-11-10.check-0945',
      '2022-11-15.check-0945',
    ]);
  });

  it('leaves out the checks that come before the release itself', () => {
    const scheduledAt = newYorkInstant('2014-09-17', '10:00');
    const ids = plan([releaseOn('CPI', '2014-09-17', { scheduledAt })]).map(({ id }) => id);
    expect(ids).not.toContain('2014-09-17.check-0945');
    expect(ids).toContain('2014-09-17.check-1030');
  });

  it('follows a release that was moved under the name that it had', () => {
    // CPI for January 2026 is the case in point; here a day in the calendar of these tests.
    const scheduledAt = newYorkInstant('2023-02-16', '08:30');
    const moved = releaseOn('CPI', '2023-02-14', { status: 'moved', scheduledAt });
    expect(plan([moved]).map(row).slice(0, 3)).toEqual([
      '2023-02-15 18:00 CPI-2023-02-14.pre-brief',
      '2023-02-16 08:30 CPI-2023-02-14.print',
      '2023-02-16 09:45 2023-02-16.check-0945',
    ]);
  });

  it.each(['cancelled', 'merged'] as const)('asks nothing of a release that was %s', (status) => {
    expect(plan([releaseOn('CPI', '2014-09-17', { status })])).toEqual([]);
  });

  it('goes on with a release that is out', () => {
    const now = newYorkInstant('2014-09-17', '08:31');
    const work = plan([releaseOn('CPI', '2014-09-17', { status: 'released' })], { now });
    expect(work.map(({ id }) => id).slice(0, 2)).toEqual(['CPI-2014-09-17.print', '2014-09-17.check-0945']);
  });

  it('plans nothing that falls due after the horizon', () => {
    const releases = [releaseOn('CPI', '2014-09-17'), releaseOn('CPI', '2014-10-22')];
    const now = newYorkInstant('2014-09-16', '12:00');
    const work = plan(releases, { now, horizon: 2 * DAY });
    expect(work.at(-1)?.id).toBe('2014-09-17.official');
  });

  it('watches the coming closes while a ratio is above base, without a release', () => {
    const now = newYorkInstant('2014-10-01', '12:00');
    expect(plan([], { now, aboveBase: true })).toMatchObject([
      { id: '2014-10-01.official', kind: 'close', session: '2014-10-01' },
      { id: '2014-10-02.official' },
      { id: '2014-10-03.official' },
      { id: '2014-10-06.official' },
      { id: '2014-10-07.official' },
    ]);
    expect(plan([], { now, aboveBase: true })[0]).not.toHaveProperty('releaseId');
    expect(plan([], { now })).toEqual([]);
  });

  it('watches a close that is due at this very instant, and none before it', () => {
    const now = newYorkInstant('2014-10-01', '16:15');
    expect(plan([], { now, aboveBase: true })[0]?.id).toBe('2014-10-01.official');
    expect(plan([], { now: now + 1, aboveBase: true })[0]?.id).toBe('2014-10-02.official');
  });

  it('ends where the exchange calendar ends, and says so once that is over', () => {
    const work = plan([releaseOn('CPI', '2023-12-27'), releaseOn('PPI', '2024-01-12')]);
    expect(work.map(({ id }) => id).at(-1)).toBe('2023-12-29.official');
    const now = Date.parse('2024-01-02T12:00Z');
    expect(() => plan([], { now })).toThrow(/goes from 2014-01-01 to 2023-12-31/);
  });
});

describe('validity', () => {
  const work = plan([releaseOn('CPI', '2014-09-17')]);
  const until = (id: string): string => {
    const instant = find(work, id)?.validUntil ?? 0;
    return `${newYorkDay(instant)} ${newYorkTime(instant)}`;
  };

  it('of a pre-brief ends when the figures are due', () => {
    expect(until('CPI-2014-09-17.pre-brief')).toBe('2014-09-17 08:30');
  });

  it('of the figures ends with their window', () => {
    expect(until('CPI-2014-09-17.print')).toBe('2014-09-24 16:15');
  });

  it('of a check ends before the next look', () => {
    expect(until('2014-09-17.check-0945')).toBe('2014-09-17 10:29');
    expect(until('2014-09-17.check-1030')).toBe('2014-09-17 15:59');
  });

  it('of an official evaluation ends before the next close is known', () => {
    for (const { kind, session, validUntil } of work) {
      if (kind === 'close') {
        expect(calendar.lastUsable(validUntil)).toBe(session);
        expect(calendar.lastUsable(validUntil + 1)).not.toBe(session);
      }
    }
  });
});

describe('any plan', () => {
  const days = calendar.sessionsBetween('2015-01-01', '2022-12-31');
  const releases = fc.array(
    fc.record({ kind: fc.constantFrom('CPI' as const, 'PPI' as const), day: fc.constantFrom(...days) }),
    { maxLength: 6 },
  );
  const offset = fc.integer({ min: -20 * DAY, max: 20 * DAY });

  it('is in the order of time, has no name twice, and nothing that can no longer be run', () => {
    fc.assert(
      fc.property(releases, offset, fc.boolean(), (drawn, shift, aboveBase) => {
        const all = drawn.map(({ kind, day }) => releaseOn(kind, day));
        const now = (all[0]?.scheduledAt ?? Date.parse('2018-06-01T12:00Z')) + shift;
        const work = plan(all, { now, aboveBase });
        const ids = work.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(work).toEqual(work.toSorted((a, b) => a.dueAt - b.dueAt));
        expect(work.every(({ validUntil, dueAt }) => validUntil >= now && validUntil > dueAt)).toBe(true);
      }),
    );
  });

  it('keeps every piece that it made before and that is still valid', () => {
    fc.assert(
      fc.property(releases, offset, fc.integer({ min: 0, max: 5 * DAY }), (drawn, shift, later) => {
        const all = drawn.map(({ kind, day }) => releaseOn(kind, day));
        const now = (all[0]?.scheduledAt ?? Date.parse('2018-06-01T12:00Z')) + shift;
        const after = new Set(plan(all, { now: now + later }).map(({ id }) => id));
        const lost = plan(all, { now }).filter(
          ({ id, validUntil }) => validUntil >= now + later && !after.has(id),
        );
        expect(lost).toEqual([]);
      }),
    );
  });
});
