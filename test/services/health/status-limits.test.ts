import { describe, expect, it, vi } from 'vitest';
import type { WorkState } from '#domain/releases/due-work.ts';
import type { PlannedWork } from '#ports/ledger/ledger.ts';
import { openWindows } from '#services/health/open-windows.ts';
import { readStatus } from '#services/health/read-status.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { deliveryOf } from '#test/support/ledger/ledger-entries.ts';

const NOW = Date.parse('2026-12-01T17:00:00Z');

const work = (status: WorkState): PlannedWork => ({
  work: { id: status.state, kind: 'close', session: '2026-12-01', dueAt: NOW, validUntil: NOW + 1 },
  status,
});

/** A status of a live bot whose calendar says nothing, with what a test wants otherwise. */
function status(otherwise: Partial<Parameters<typeof readStatus>[0]> = {}) {
  return readStatus(
    {
      settings: { read: async () => ({ version: 4, settings: someSettings(), changes: [] }) },
      ledger: { work: async () => [], deliveries: async () => [] },
      releases: { releases: async () => [] },
      access: { missing: async () => [] },
      marketClock: { now: () => NOW },
      about: { mode: 'live', version: '0.2.0', sources: 'off', startedAt: 1 },
      ...otherwise,
    },
    '1',
  );
}

describe('readStatus', () => {
  it('waits five seconds for the release calendar', async () => {
    const timeout = vi.spyOn(AbortSignal, 'timeout');
    const signals: AbortSignal[] = [];
    await status({
      releases: {
        async releases(aborted) {
          signals.push(aborted);
          return [];
        },
      },
    });
    expect(timeout.mock.calls).toEqual([[5_000]]);
    expect(signals).toEqual([timeout.mock.results[0]?.value]);
  });

  it('has no end of the calendar where nothing is in it', async () => {
    expect(await status()).not.toHaveProperty('calendarEndsAt');
  });

  it('counts work that is being done as coming, and none that has ended', async () => {
    const all = [
      work({ state: 'due', notBefore: NOW }),
      work({ state: 'claimed', since: NOW, notBefore: NOW }),
      work({ state: 'done', at: NOW, late: false }),
      work({ state: 'skipped', at: NOW, reason: 'nothing-open' }),
    ];
    const { coming } = await status({ ledger: { work: async () => all, deliveries: async () => [] } });
    expect(coming.map(({ status }) => status.state)).toEqual(['due', 'claimed']);
  });

  it('shows the messages of the server that asks', async () => {
    const mine = { ...deliveryOf('a', '1'), delivery: { state: 'due', attempt: 1, notBefore: 0 } } as const;
    const deliveries = async (server: string) => (server === '1' ? [mine] : []);
    expect((await status({ ledger: { work: async () => [], deliveries } })).deliveries).toEqual([mine]);
  });

  it('bears the mark of a replay', async () => {
    expect(await status({ watermark: 'RECORDED' })).toMatchObject({ watermark: 'RECORDED' });
    expect(await status()).not.toHaveProperty('watermark');
  });
});

describe('openWindows', () => {
  const unchanged = {
    change: () => Promise.reject(new Error('nothing is changed here')),
    remove: () => Promise.reject(new Error('nothing is removed here')),
  };
  const of = (windows: readonly number[], ratio?: number) =>
    openWindows(
      {
        ...unchanged,
        servers: async () => windows.map((_, place) => String(place)),
        read: async (server) => ({
          version: 1,
          settings: someSettings({ 'event.windowSessions': windows[Number(server)] ?? 0 }),
          changes: [],
        }),
      },
      {
        memory: async () =>
          ratio === undefined ? undefined : { ...aDecision().memory, programme: { ratio, upUsed: 0 } },
      },
    );

  it('watches five sessions at least, though every server wants fewer', async () => {
    expect(await of([2, 3])).toEqual({ windowSessions: 5, aboveBase: false });
  });

  it('watches the longest window wherever it stands in the list', async () => {
    expect((await of([9, 3])).windowSessions).toBe(9);
    expect((await of([3, 9])).windowSessions).toBe(9);
  });

  it('watches on while any ratio stands above its base, and not at it or below', async () => {
    expect((await of([5], 0.61)).aboveBase).toBe(true);
    expect((await of([5], 0.6)).aboveBase).toBe(false);
    expect((await of([5], 0.5)).aboveBase).toBe(false);
  });
});
