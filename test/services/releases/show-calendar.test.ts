import { describe, expect, it } from 'vitest';
import type { Release, ReleaseChange } from '#domain/releases/release.ts';
import { findReleases, showCalendar } from '#services/releases/show-calendar.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const { signal } = new AbortController();
const NOW = Date.parse('2026-12-01T17:00:00Z');
const OCTOBER = releaseOn('CPI', '2026-10-14');
const NOVEMBER = releaseOn('PPI', '2026-11-20');
const DECEMBER = releaseOn('CPI', '2026-12-10');

/** A calendar of three releases, one of them long past. */
function setUp(stored: readonly Release[] = [], changes: readonly ReleaseChange[] = []) {
  const printed: string[] = [];
  return {
    printed,
    deps: {
      releases: { releases: async () => [OCTOBER, NOVEMBER, DECEMBER] },
      ledger: {
        storedReleases: async () => stored,
        releaseChanges: async () => changes,
        latestReading: async () => undefined,
        prints: async () => printed.map((releaseId) => ({ ...aKnownPrint().print, releaseId })),
      },
      marketClock: { now: () => NOW },
    },
  };
}

describe('showCalendar', () => {
  it('lists what is to come and the last 45 days, and tells when the calendar ends', async () => {
    const { releases, endsAt, reading } = await showCalendar(setUp().deps, signal);
    expect(releases.map(({ id }) => id)).toEqual([NOVEMBER.id, DECEMBER.id]);
    expect(endsAt).toBe(DECEMBER.scheduledAt);
    expect(reading).toBeUndefined();
  });

  it('knows what has become of a release that a recorded calendar knows nothing of', async () => {
    const moved: Release = { ...DECEMBER, status: 'moved', scheduledAt: DECEMBER.scheduledAt + 1 };
    const { releases } = await showCalendar(setUp([moved]).deps, signal);
    expect(releases.at(-1)).toEqual(moved);
  });

  it('shows the eight latest changes, and no mere confirmation', async () => {
    const moved: ReleaseChange = { release: { ...DECEMBER, status: 'moved' }, before: DECEMBER, at: NOW };
    const confirmed: ReleaseChange = { release: DECEMBER, before: DECEMBER, at: NOW };
    const begun: ReleaseChange = { release: DECEMBER, at: NOW };
    const changes = [confirmed, begun, ...Array.from({ length: 10 }, () => moved)];
    expect((await showCalendar(setUp([], changes).deps, signal)).changes).toEqual(
      Array.from({ length: 8 }, () => moved),
    );
  });
});

describe('findReleases', () => {
  const find = async (which: 'coming' | 'due', { deps } = setUp()) =>
    (await findReleases(deps, which, signal)).map(({ id }) => id);

  it('offers for a forecast what is still to come', async () => {
    expect(await find('coming')).toEqual([DECEMBER.id]);
  });

  it('offers for figures what was due within fourteen days and has no print', async () => {
    expect(await find('due')).toEqual([NOVEMBER.id]);
    const printed = setUp();
    printed.printed.push(NOVEMBER.id);
    expect(await find('due', printed)).toEqual([]);
  });

  it('offers nothing that was called off', async () => {
    expect(await find('coming', setUp([{ ...DECEMBER, status: 'cancelled' }]))).toEqual([]);
  });
});
