import { beforeEach, describe, expect, it } from 'vitest';
import type { DueWork } from '#domain/releases/due-work.ts';
import type { WorkLedger } from '#ports/ledger/ledger.ts';

function work(id: string, dueAt: number): DueWork {
  return { id, kind: 'close', session: '2014-09-23', dueAt, validUntil: dueAt + 1_000 };
}

/** What every ledger of work must keep, whatever stands behind it. */
export function describeWorkLedger(name: string, open: () => Promise<WorkLedger>): void {
  describe(`${name} as a ledger of work`, () => {
    let ledger: WorkLedger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('hands out each piece once, the earliest first, and none before its time', async () => {
      await ledger.plan([work('b', 200), work('a', 100), work('c', 300)]);
      expect(await ledger.nextWorkAt()).toBe(100);
      expect(await ledger.claimWork(99)).toBeUndefined();
      expect((await ledger.claimWork(250))?.id).toBe('a');
      expect((await ledger.claimWork(250))?.id).toBe('b');
      expect(await ledger.claimWork(250)).toBeUndefined();
      expect(await ledger.nextWorkAt()).toBe(300);
    });

    it('plans a piece once: another instant moves it while it is due', async () => {
      await ledger.plan([work('a', 100)]);
      await ledger.plan([work('a', 150)]);
      await ledger.plan([work('a', 120)]);
      expect(await ledger.work(0, 1_000)).toEqual([
        { work: work('a', 120), status: { state: 'due', notBefore: 120 } },
      ]);
    });

    it('leaves a piece that was put off where it is when it is planned once more', async () => {
      await ledger.plan([work('a', 100)]);
      await ledger.settleWork('a', { state: 'due', notBefore: 180 });
      await ledger.plan([work('a', 100)]);
      expect(await ledger.nextWorkAt()).toBe(180);
    });

    it('does not plan again what was claimed or has ended', async () => {
      await ledger.plan([work('a', 100)]);
      await ledger.claimWork(100);
      await ledger.plan([work('a', 500)]);
      expect(await ledger.nextWorkAt()).toBeUndefined();
      await ledger.settleWork('a', { state: 'done', at: 101, late: false });
      await ledger.plan([work('a', 500)]);
      expect(await ledger.work(0, 1_000)).toEqual([
        { work: work('a', 100), status: { state: 'done', at: 101, late: false } },
      ]);
    });

    it.each(['missed', 'skipped', 'done'] as const)(
      'plans again what was %s when its instant lies after its validity, and not before',
      async (state) => {
        await ledger.plan([work('a', 100)]);
        await ledger.settleWork('a', { state, at: 1_100, reason: 'x', late: false });
        await ledger.plan([work('a', 1_100)]);
        expect(await ledger.nextWorkAt()).toBeUndefined();
        await ledger.plan([work('a', 1_101)]);
        expect(await ledger.nextWorkAt()).toBe(1_101);
        expect((await ledger.claimWork(1_101))?.dueAt).toBe(1_101);
      },
    );

    it('hands out again what was put off, when its new time has come', async () => {
      await ledger.plan([work('a', 100)]);
      await ledger.claimWork(100);
      await ledger.settleWork('a', { state: 'due', notBefore: 180 });
      expect(await ledger.claimWork(179)).toBeUndefined();
      expect(await ledger.nextWorkAt()).toBe(180);
      expect((await ledger.claimWork(180))?.id).toBe('a');
    });

    it('gives back what a dead process had claimed, with the instant before which it may not run', async () => {
      await ledger.plan([work('a', 100), work('b', 100)]);
      await ledger.claimWork(100);
      await ledger.settleWork('a', { state: 'due', notBefore: 180 });
      await ledger.claimWork(190);
      await ledger.claimWork(190);
      await ledger.settleWork('b', { state: 'missed', at: 190 });
      await ledger.reclaimWork();
      expect(await ledger.work(0, 1_000)).toEqual([
        { work: work('a', 100), status: { state: 'due', notBefore: 180 } },
        { work: work('b', 100), status: { state: 'missed', at: 190 } },
      ]);
      expect(await ledger.claimWork(179)).toBeUndefined();
    });

    it('hands out a backlog at once, the earliest first, and takes it back in one write', async () => {
      await ledger.plan([work('c', 300), work('a', 100), work('b', 200), work('d', 900)]);
      expect(await ledger.claimBacklog(500, { least: 4, most: 9 })).toEqual([]);
      const claimed = await ledger.claimBacklog(500, { least: 2, most: 2 });
      expect(claimed.map(({ id }) => id)).toEqual(['a', 'b']);
      expect((await ledger.claimWork(500))?.id).toBe('c');
      await ledger.settleAll(
        new Map([
          ['a', { state: 'done', at: 500, late: true }],
          ['b', { state: 'due', notBefore: 200 }],
        ]),
      );
      expect((await ledger.claimWork(500))?.id).toBe('b');
      expect(await ledger.claimWork(500)).toBeUndefined();
    });

    it('lists work between two instants, both included', async () => {
      await ledger.plan([work('a', 100), work('b', 200), work('c', 300)]);
      expect((await ledger.work(100, 200)).map((planned) => planned.work.id)).toEqual(['a', 'b']);
    });

    it('refuses to settle work that was never planned', async () => {
      await expect(ledger.settleWork('x', { state: 'missed', at: 1 })).rejects.toThrow('no work x');
    });
  });
}
