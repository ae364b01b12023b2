import { describe, expect, it } from 'vitest';
import { newYorkInstant } from '#calendar/new-york.ts';
import type { ListedDate } from '#domain/releases/calendar-reading.ts';
import type { Release, ReleaseKind } from '#domain/releases/release.ts';
import { compareCalendar } from '#engine/release/compare-calendar.ts';
import type { Listing } from '#engine/release/listing.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const on = (day: string, time = '08:30'): number => newYorkInstant(day, time);

function listed(kind: ReleaseKind, days: readonly string[], rest: Partial<ListedDate> = {}): ListedDate[] {
  return days.map((day) => ({ kind, day, ...rest }));
}

const bls = (...dates: ListedDate[]): Listing => ({ source: 'BLS calendar', authority: 'publisher', dates });
const fred = (...dates: ListedDate[]): Listing => ({ source: 'FRED', authority: 'mirror', dates });

const known = (kind: ReleaseKind, days: readonly string[]): Release[] =>
  days.map((day) => releaseOn(kind, day));

/** What became of which release, one line each, confirmations left out. */
function news(releases: readonly Release[], listings: readonly Listing[], now: number): string[] {
  return compareCalendar(releases, listings, now)
    .changes.filter(
      ({ release, before }) =>
        before?.status !== release.status || before.scheduledAt !== release.scheduledAt,
    )
    .map(({ release: { id, status, scheduledAt, mergedInto } }) =>
      [
        id,
        status,
        ...(status === 'moved' || status === 'scheduled'
          ? [new Date(scheduledAt).toISOString().slice(0, 16)]
          : []),
        ...(mergedInto === undefined ? [] : [mergedInto]),
      ].join(' '),
    );
}

describe('compareCalendar', () => {
  it('moves the CPI for September 2025 to 24 October and leaves its name', () => {
    // bls.gov/bls/092025-cpi-reschedule-notice.htm
    const stored = known('CPI', ['2025-10-15', '2025-11-13', '2025-12-10']);
    const now = bls(...listed('CPI', ['2025-10-24', '2025-11-13', '2025-12-10']));
    expect(news(stored, [now], on('2025-10-10', '12:00'))).toEqual(['CPI-2025-10-15 moved 2025-10-24T12:30']);
  });

  it('cancels the CPI for October 2025 and moves the one for November, both missing from their days', () => {
    const stored = [
      releaseOn('CPI', '2025-11-13', { status: 'late' }),
      ...known('CPI', ['2025-12-10', '2026-01-13', '2026-02-11']),
    ];
    const now = bls(...listed('CPI', ['2025-10-24', '2025-12-18', '2026-01-13', '2026-02-11']));
    expect(news(stored, [now], on('2025-11-21', '12:00'))).toEqual([
      'CPI-2025-12-10 moved 2025-12-18T13:30',
      'CPI-2025-11-13 cancelled',
    ]);
  });

  it('merges the PPI for October 2025 into that of 14 January 2026, where the source says the months', () => {
    const month = (day: string, referenceMonth: string, rest: Partial<Release> = {}): Release =>
      releaseOn('PPI', day, { referenceMonth, ...rest });
    const stored = [
      month('2025-11-14', '2025-10', { status: 'late' }),
      month('2025-12-11', '2025-11'),
      month('2026-01-14', '2025-12'),
    ];
    const now = bls(
      ...listed('PPI', ['2025-11-14'], { referenceMonth: '2025-10', withdrawn: 'merged' }),
      ...listed('PPI', ['2026-01-14'], { referenceMonth: '2025-11' }),
      ...listed('PPI', ['2026-01-30'], { referenceMonth: '2025-12' }),
    );
    expect(news(stored, [now], on('2025-12-01', '12:00')).toSorted()).toEqual([
      'PPI-2025-11-14 merged PPI-2025-12-11',
      'PPI-2025-12-11 moved 2026-01-14T13:30',
      'PPI-2026-01-14 moved 2026-01-30T13:30',
    ]);
  });

  it('moves the CPI for January 2026 from 11 to 13 February', () => {
    const stored = known('CPI', ['2026-01-13', '2026-02-11', '2026-03-11']);
    const now = bls(...listed('CPI', ['2026-01-13', '2026-02-13', '2026-03-11']));
    expect(news(stored, [now], on('2026-02-05', '12:00'))).toEqual(['CPI-2026-02-11 moved 2026-02-13T13:30']);
  });

  it('takes another hour of the same day for a move', () => {
    const stored = known('CPI', ['2026-12-10']);
    const now = bls({ kind: 'CPI', day: '2026-12-10', scheduledAt: on('2026-12-10', '10:00') });
    expect(news(stored, [now], on('2026-12-01'))).toEqual(['CPI-2026-12-10 moved 2026-12-10T15:00']);
  });

  it('adds what the publisher announces, at 08:30 in New York on both sides of the change of clocks', () => {
    const now = bls(...listed('CPI', ['2027-03-11', '2027-04-13']));
    expect(news(known('CPI', ['2026-12-10']), [now], on('2026-12-11'))).toEqual([
      'CPI-2027-03-11 scheduled 2027-03-11T13:30',
      'CPI-2027-04-13 scheduled 2027-04-13T12:30',
    ]);
  });

  it('infers no month, and learns it where the source says it', () => {
    const stored = known('CPI', ['2026-12-10']);
    const silent = compareCalendar(stored, [bls(...listed('CPI', ['2026-12-10']))], on('2026-12-01'));
    expect(silent.changes.map(({ release }) => release.referenceMonth)).toEqual([undefined]);
    const told = bls(...listed('CPI', ['2026-12-10'], { referenceMonth: '2026-11' }));
    const { changes } = compareCalendar(stored, [told], on('2026-12-01'));
    expect(changes.map(({ release }) => [release.status, release.referenceMonth])).toEqual([
      ['scheduled', '2026-11'],
    ]);
  });

  it('finds nothing new in a list that it has read before', () => {
    const list = bls(...listed('CPI', ['2026-11-10', '2026-12-10', '2027-01-13']));
    const stored = known('CPI', ['2026-11-10', '2026-12-10']);
    const first = compareCalendar(stored, [list], on('2026-12-01'));
    const after = new Map(
      [...stored, ...first.changes.map(({ release }) => release)].map((release) => [release.id, release]),
    );
    expect(compareCalendar([...after.values()], [list], on('2026-12-02')).changes).toEqual([]);
  });

  it('does not take the end or the beginning of a list for a cancellation', () => {
    const stored = known('CPI', ['2026-11-10', '2026-12-10', '2027-01-13']);
    expect(news(stored, [bls(...listed('CPI', ['2026-12-10']))], on('2026-11-20'))).toEqual([]);
  });

  it('brings a cancelled release back when it is listed again', () => {
    const stored = [releaseOn('CPI', '2026-12-10', { status: 'cancelled' })];
    expect(news(stored, [bls(...listed('CPI', ['2026-12-10']))], on('2026-12-01'))).toEqual([
      'CPI-2026-12-10 scheduled 2026-12-10T13:30',
    ]);
  });

  it('says that a mirror disagrees, and does not follow it', () => {
    const stored = known('CPI', ['2026-12-10']);
    const { changes, disagreements } = compareCalendar(
      stored,
      [fred(...listed('CPI', ['2026-12-11']))],
      on('2026-12-01'),
    );
    expect(changes).toEqual([]);
    expect(disagreements).toEqual([
      {
        releaseId: 'CPI-2026-12-10',
        kind: 'CPI',
        kept: { source: 'test', scheduledAt: on('2026-12-10') },
        other: { source: 'FRED', day: '2026-12-11' },
      },
    ]);
  });

  it('sets a mirror beside what the publisher says on the same day, whoever is read first', () => {
    const stored = known('CPI', ['2026-12-10', '2027-01-13']);
    const mirror = fred(...listed('CPI', ['2026-12-10', '2027-01-13']));
    const publisher = bls(...listed('CPI', ['2026-12-17', '2027-01-13']));
    const { disagreements } = compareCalendar(stored, [mirror, publisher], on('2026-12-01'));
    expect(disagreements.map(({ kept, other }) => [kept.source, kept.scheduledAt, other.day])).toEqual([
      ['BLS calendar', on('2026-12-17'), '2026-12-10'],
    ]);
  });

  it('takes dates beyond the known end from a mirror, and says from whom', () => {
    const stored = known('CPI', ['2026-12-10']);
    const { changes } = compareCalendar(
      stored,
      [fred(...listed('CPI', ['2026-12-10', '2027-01-13']))],
      on('2026-12-01'),
    );
    expect(changes.map(({ release }) => [release.id, release.source, release.quality])).toEqual([
      ['CPI-2027-01-13', 'FRED', 'proxy'],
    ]);
  });

  it('refuses days on which nothing is published, doubled ones, and those of the other report', () => {
    const stored = [...known('CPI', ['2026-12-10']), ...known('PPI', ['2026-12-15'])];
    const list = fred(
      ...listed('CPI', ['2026-12-10', '2026-12-10', '2026-12-26']),
      ...listed('CPI', ['2026-12-15']),
      { kind: 'PPI', day: '2027-01-14', scheduledAt: on('2027-01-14', '02:00') },
    );
    const { refused, changes } = compareCalendar(stored, [list], on('2026-12-01'));
    expect(refused.map(({ date, why }) => [date.kind, date.day, why])).toEqual([
      ['CPI', '2026-12-10', 'duplicate'],
      ['CPI', '2026-12-15', 'wrong-kind'],
      ['CPI', '2026-12-26', 'weekend'],
      ['PPI', '2027-01-14', 'odd-time'],
    ]);
    expect(changes).toEqual([]);
  });

  it('refuses a list that names every day, but for the day that is known', () => {
    // FRED does so with include_release_dates_with_no_data for releases that have no fixed dates.
    const every = Array.from({ length: 31 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`);
    const { refused, changes, disagreements } = compareCalendar(
      known('CPI', ['2026-12-10']),
      [fred(...listed('CPI', every))],
      on('2026-12-01'),
    );
    expect(refused).toHaveLength(30);
    expect([changes, disagreements]).toEqual([[], []]);
  });

  it('leaves alone what has been published', () => {
    const stored = [releaseOn('CPI', '2026-11-10', { status: 'released' }), releaseOn('CPI', '2026-12-10')];
    expect(
      news(stored, [bls(...listed('CPI', ['2026-10-14', '2026-12-10', '2027-01-13']))], on('2026-11-20')),
    ).toEqual(['CPI-2027-01-13 scheduled 2027-01-13T13:30']);
  });
});
