import { describe, expect, it } from 'vitest';
import { ChannelClosed } from '#domain/delivery/delivery-problem.ts';
import type { WorkState } from '#domain/releases/due-work.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { PlannedWork } from '#ports/ledger/ledger.ts';
import { openWindows } from '#services/health/open-windows.ts';
import { purgeServers } from '#services/health/purge-servers.ts';
import { readStatus } from '#services/health/read-status.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { releaseOn } from '#test/support/engine/releases.ts';

const NOW = Date.parse('2026-12-01T17:00:00Z');
const DAY = 86_400_000;

const planned = (n: number, status: WorkState): PlannedWork => ({
  work: { id: `w${n}`, kind: 'close', session: '2026-12-01', dueAt: NOW + n, validUntil: NOW + DAY },
  status,
});

/** A status of a server; work is asked for from one instant to another. */
function setUp(settings: Partial<Settings> = {}, work: readonly PlannedWork[] = []) {
  const asked: (readonly number[])[] = [];
  const deps = {
    settings: { read: async () => ({ version: 4, settings: someSettings(settings), changes: [] }) },
    ledger: {
      async work(from: number, until: number) {
        asked.push([from, until]);
        return work;
      },
      deliveries: async (_server: string, limit: number) => {
        asked.push([limit]);
        return [];
      },
    },
    releases: { releases: async () => [releaseOn('CPI', '2026-12-10'), releaseOn('PPI', '2026-12-11')] },
    access: { missing: async () => ['Embed Links'] },
    marketClock: { now: () => NOW },
    about: { mode: 'live', version: '0.2.0', sources: 'live', startedAt: 1 } as const,
  };
  return { deps, asked };
}

describe('readStatus', () => {
  it('lists at most five pieces of work that wait, of the next 45 days, and five deliveries', async () => {
    const waiting = Array.from({ length: 7 }, (_, n) => planned(n, { state: 'due', notBefore: NOW }));
    const done = planned(9, { state: 'done', at: NOW, late: false });
    const { deps, asked } = setUp({}, [done, ...waiting]);
    const { coming } = await readStatus(deps, '1');
    expect(coming.map(({ work }) => work.id)).toEqual(['w0', 'w1', 'w2', 'w3', 'w4']);
    expect(asked).toEqual([[NOW, NOW + 45 * DAY], [5]]);
  });

  it('tells what the process is, and when the calendar ends', async () => {
    const status = await readStatus(setUp().deps, '1');
    expect(status).toMatchObject({ mode: 'live', version: '0.2.0', now: NOW, settingsVersion: 4 });
    expect(status.calendarEndsAt).toBe(releaseOn('PPI', '2026-12-11').scheduledAt);
  });

  it('names permissions that are missing, a channel that is gone, and none where there is none', async () => {
    const { deps } = setUp({ 'alerts.channel': '7' });
    expect(await readStatus(deps, '1')).toMatchObject({ missing: ['Embed Links'], channelGone: false });
    const gone = { ...deps, access: { missing: () => Promise.reject(new ChannelClosed('7', 'gone')) } };
    const status = await readStatus(gone, '1');
    expect(status.channelGone).toBe(true);
    expect(status).not.toHaveProperty('missing');
    expect(await readStatus(setUp({ 'alerts.channel': null }).deps, '1')).not.toHaveProperty('missing');
  });

  it('hides no failure of ours', async () => {
    const { deps } = setUp({ 'alerts.channel': '7' });
    const broken = { ...deps, access: { missing: () => Promise.reject(new TypeError('ours')) } };
    await expect(readStatus(broken, '1')).rejects.toThrow('ours');
  });
});

describe('openWindows', () => {
  const open = (servers: Readonly<Record<string, { window: number; ratio?: number }>>) =>
    openWindows(
      {
        servers: async () => Object.keys(servers),
        read: async (server) => ({
          version: 1,
          settings: someSettings({ 'event.windowSessions': servers[server]?.window ?? 0 }),
          changes: [],
        }),
        change: () => Promise.reject(new Error('nothing is changed here')),
        remove: () => Promise.reject(new Error('nothing is removed here')),
      },
      {
        memory: async (server) => {
          const ratio = servers[server]?.ratio;
          const { memory } = aDecision();
          return ratio === undefined ? undefined : { ...memory, programme: { ratio, upUsed: 0 } };
        },
      },
    );

  it('plans five sessions where no server is set up yet', async () => {
    expect(await open({})).toEqual({ windowSessions: 5, aboveBase: false });
  });

  it('takes the longest window of all, and whether any ratio stands above base', async () => {
    expect(await open({ 1: { window: 3 }, 2: { window: 8, ratio: 0.6 } })).toEqual({
      windowSessions: 8,
      aboveBase: false,
    });
    expect((await open({ 1: { window: 3, ratio: 0.7 }, 2: { window: 8, ratio: 0.6 } })).aboveBase).toBe(true);
  });
});

describe('purgeServers', () => {
  it('removes settings first and the note that a server is gone last, after 30 days', async () => {
    const order: string[] = [];
    const deps = (since: number) => ({
      ledger: {
        departures: async () => [{ server: '9', at: NOW - since }],
        forgetServer: async (server: string) => void order.push(`ledger ${server}`),
      },
      settings: { remove: async (server: string) => void order.push(`settings ${server}`) },
      wallClock: { now: () => NOW },
      log: { info: () => undefined },
    });
    await purgeServers(deps(30 * DAY - 1));
    expect(order).toEqual([]);
    await purgeServers(deps(30 * DAY));
    expect(order).toEqual(['settings 9', 'ledger 9']);
  });
});
