import { describe, expect, it } from 'vitest';
import { releaseCalendar } from '#config/release-calendar.ts';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { CalendarNews } from '#domain/delivery/alert.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import { SourceUnavailable } from '#domain/problem.ts';
import type { ReleaseDates } from '#ports/sources/release-data.ts';
import { followRelease } from '#services/releases/follow-release.ts';
import { bind } from '#services/bind.ts';
import { refreshCalendar } from '#services/releases/refresh-calendar.ts';
import { createStoredCalendar, seedReleases } from '#services/releases/stored-calendar.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const { signal } = new AbortController();
const at = (day: string, time = '06:15'): number => newYorkInstant(day, time);

const cpi = (...days: string[]): ListedDate[] => days.map((day) => ({ kind: 'CPI', day }));

/** A calendar of CPI dates in which a test changes what each source lists. */
async function setUp(days: readonly string[]) {
  const ledger = await openLedger();
  await seedReleases(
    ledger,
    days.map((day) => releaseOn('CPI', day)),
    at('2025-09-01'),
  );
  const lists: { bls: ListedDate[] | Error; fred: ListedDate[] | Error } = { bls: [], fred: [] };
  const source = (name: 'bls' | 'fred', authority: ReleaseDates['authority']): ReleaseDates => ({
    source: name,
    authority,
    async dates() {
      const list = lists[name];
      if (list instanceof Error) {
        throw list;
      }
      return list;
    },
  });
  const told = new Map<string, CalendarNews>();
  const refresh = bind(refreshCalendar, {
    ledger,
    dates: [source('bls', 'publisher'), source('fred', 'mirror')],
    async alertServers({ id, content }) {
      const message = await content('1');
      if (message.form === 'calendar') {
        told.set(id, message.news);
      }
    },
  });
  const statusOf = async (id: string) =>
    (await ledger.storedReleases()).find((release) => release.id === id)?.status;
  return {
    ledger,
    lists,
    told,
    statusOf,
    refresh: (day: string, time?: string) => refresh(at(day, time), signal),
  };
}

const AUTUMN = ['2025-10-15', '2025-11-13', '2025-12-10', '2026-01-13', '2026-02-11', '2026-03-11'];

describe('refreshCalendar', () => {
  it('follows the CPI through the autumn of 2025: moved, cancelled, moved, moved', async () => {
    const { ledger, lists, told, refresh } = await setUp(AUTUMN);
    lists.bls = cpi('2025-10-24', ...AUTUMN.slice(1));
    await refresh('2025-10-11');
    lists.bls = cpi('2025-10-24', '2025-12-18', ...AUTUMN.slice(3));
    await refresh('2025-11-21');
    lists.bls = cpi('2025-10-24', '2025-12-18', '2026-01-13', '2026-02-13', '2026-03-11');
    await refresh('2026-02-05');
    expect([...told.keys()].filter((name) => !name.startsWith('calendar-ends'))).toEqual([
      'CPI-2025-10-15.moved-2025-10-24',
      'CPI-2025-11-13.cancelled',
      'CPI-2025-12-10.moved-2025-12-18',
      'CPI-2026-02-11.moved-2026-02-13',
    ]);
    const lives = await ledger.releaseChanges(9, 'CPI-2025-10-15');
    expect(lives.map(({ release: { status, source }, at: when }) => [status, source, when])).toEqual([
      ['moved', 'bls', at('2025-10-11')],
      ['scheduled', 'test', at('2025-09-01')],
    ]);
  });

  it('tells a change again that may not have been told, and nothing that is old', async () => {
    const { lists, told, refresh } = await setUp(AUTUMN);
    lists.bls = cpi('2025-10-24', ...AUTUMN.slice(1));
    await refresh('2025-10-10');
    told.clear();
    await refresh('2025-10-11');
    expect([...told.keys()]).toEqual(['CPI-2025-10-15.moved-2025-10-24']);
    told.clear();
    await refresh('2025-10-14');
    expect(told.size).toBe(0);
  });

  it('announces that two sources disagree, and goes by the publisher', async () => {
    const { ledger, lists, told, refresh } = await setUp(AUTUMN);
    lists.bls = cpi('2025-10-24', ...AUTUMN.slice(1));
    lists.fred = cpi(...AUTUMN);
    await refresh('2025-10-10');
    expect(told.get('CPI-2025-10-15.fred-says-2025-10-15')).toMatchObject({ about: 'disagreement' });
    expect((await ledger.latestReading())?.disagreements).toHaveLength(1);
  });

  it('notes who did not answer, and leaves the calendar as it is', async () => {
    const { ledger, lists, refresh, statusOf } = await setUp(AUTUMN);
    lists.bls = new SourceUnavailable('bls');
    await refresh('2025-10-10');
    expect((await ledger.latestReading())?.sources).toEqual([
      { source: 'bls', listed: 'no answer' },
      { source: 'fred', listed: 0 },
    ]);
    expect(await statusOf('CPI-2025-10-15')).toBe('scheduled');
  });

  it('fails when the failure was not foreseen', async () => {
    const { lists, refresh } = await setUp(AUTUMN);
    lists.bls = new TypeError('a bug');
    await expect(refresh('2025-10-10')).rejects.toThrow('a bug');
  });

  it.each([
    ['2025-10-29', false],
    ['2025-10-30', true],
  ])('on %s says that a calendar which goes to 2025-12-14 ends soon: %s', async (day, isSoon) => {
    const { told, refresh } = await setUp(['2025-10-15', '2025-12-14']);
    await refresh(day, '09:31');
    expect(told.has('calendar-ends.2025-12-14')).toBe(isSoon);
  });
});

describe('seedReleases', () => {
  it('stores the calendar that comes with the bot, once, and nothing over what has become of it', async () => {
    const ledger = await openLedger();
    await seedReleases(ledger, releaseCalendar, 1);
    const [first] = releaseCalendar;
    if (!first) {
      throw new Error('there is no calendar');
    }
    await followRelease({ ledger }, first, { status: 'cancelled' }, 2);
    await seedReleases(ledger, releaseCalendar, 3);
    const stored = await createStoredCalendar(ledger).releases(signal);
    expect(stored).toEqual([{ ...first, status: 'cancelled' }, ...releaseCalendar.slice(1)]);
    expect(stored).toHaveLength(94);
  });
});

describe('followRelease', () => {
  it('begins the life of a release that nobody stored', async () => {
    const ledger = await openLedger();
    const release = releaseOn('PPI', '2021-04-09');
    const follow = bind(followRelease, { ledger });
    expect(await follow(release, { status: 'due' }, 1)).toMatchObject({ release: { status: 'due' } });
    expect(await follow(release, { status: 'due' }, 2)).toBeUndefined();
    expect(await follow(release, { status: 'released', referenceMonth: '2021-03' }, 3)).toMatchObject({
      at: 3,
    });
    expect(await ledger.storedReleases()).toEqual([
      { ...release, status: 'released', referenceMonth: '2021-03' },
    ]);
  });
});
