import { describe, expect, it } from 'vitest';
import { SourceChanged } from '#domain/problem.ts';
import { findRelease, receivedPrint } from '#services/releases/find-release.ts';
import { followRelease } from '#services/releases/follow-release.ts';
import { createStoredCalendar, seedReleases } from '#services/releases/stored-calendar.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';
import { releaseOn } from '#test/support/engine/releases.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const CPI = releaseOn('CPI', '2014-09-17');
const PPI = releaseOn('PPI', '2014-09-16');

describe('followRelease', () => {
  it('stores a release that nobody knew, and what became of it', async () => {
    const ledger = await openLedger();
    const change = await followRelease({ ledger }, CPI, { status: 'due' }, 5);
    expect(change).toMatchObject({ release: { id: 'CPI-2014-09-17', status: 'due' }, at: 5 });
    expect(change?.before).toEqual({ status: 'scheduled', scheduledAt: CPI.scheduledAt });
    expect(await ledger.releaseChanges(9)).toHaveLength(2);
  });

  it('goes on from what is stored, not from what it is handed', async () => {
    const ledger = await openLedger();
    await followRelease({ ledger }, CPI, { status: 'late' }, 5);
    const change = await followRelease({ ledger }, CPI, { status: 'released' }, 6);
    expect(change?.before?.status).toBe('late');
  });

  it('takes no step that the life of a release does not have, and none twice', async () => {
    const ledger = await openLedger();
    await followRelease({ ledger }, CPI, { status: 'released' }, 5);
    expect(await followRelease({ ledger }, CPI, { status: 'late' }, 6)).toBeUndefined();
    expect(await followRelease({ ledger }, CPI, { status: 'released' }, 7)).toBeUndefined();
    expect((await ledger.storedReleases()).map(({ status }) => status)).toEqual(['released']);
  });
});

describe('createStoredCalendar', () => {
  it('lists what was seeded, as its last change left it', async () => {
    const ledger = await openLedger();
    await seedReleases(ledger, [CPI, PPI], 1);
    await followRelease({ ledger }, CPI, { status: 'cancelled' }, 2);
    const releases = await createStoredCalendar(ledger).releases(signal);
    expect(releases.map(({ id, status }) => [id, status])).toEqual([
      ['PPI-2014-09-16', 'scheduled'],
      ['CPI-2014-09-17', 'cancelled'],
    ]);
  });

  it('leaves what is known already as it is when it is seeded again', async () => {
    const ledger = await openLedger();
    await seedReleases(ledger, [CPI], 1);
    await followRelease({ ledger }, CPI, { status: 'released' }, 2);
    await seedReleases(ledger, [{ ...CPI, source: 'another' }], 3);
    expect(await ledger.storedReleases()).toMatchObject([{ status: 'released', source: 'test' }]);
  });
});

describe('findRelease', () => {
  const deps = { releases: { releases: async () => [PPI, CPI] } };

  it('finds it by its id', async () => {
    expect(await findRelease(deps, 'CPI-2014-09-17', signal)).toBe(CPI);
  });

  it('takes one that has gone for a calendar that has changed', async () => {
    await expect(findRelease(deps, 'CPI-2014-10-22', signal)).rejects.toThrow(SourceChanged);
    await expect(findRelease(deps, 'CPI-2014-10-22', signal)).rejects.toThrow(
      'no longer lists CPI-2014-10-22',
    );
  });
});

describe('receivedPrint', () => {
  it('is known from the instant at which it was received', async () => {
    const { print } = aKnownPrint();
    const ledger = await openLedger();
    await ledger.keepPrint(print);
    const known = (now: number) => receivedPrint({ ledger }, print.releaseId, now);
    expect(await known(print.receivedAt - 1)).toBeUndefined();
    expect(await known(print.receivedAt)).toEqual(print);
    expect(await receivedPrint({ ledger }, 'another', print.receivedAt)).toBeUndefined();
  });
});
