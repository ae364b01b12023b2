import { describe, expect, it } from 'vitest';
import type { Checkup } from '#domain/health/checkup.ts';
import { examine, onceAMinute } from '#services/health/examine.ts';
import { bindHealth } from '#services/health/index.ts';
import type { StatusReport } from '#services/health/read-status.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const NOW = Date.parse('2026-12-01T17:00:00Z');
const CHECKUP: Checkup = { at: NOW, machine: [], sources: [] };

const STATUS: StatusReport = {
  mode: 'live',
  version: '0.2.0',
  sources: 'live',
  startedAt: 1,
  now: NOW,
  channel: '7',
  channelGone: false,
  coming: [],
  deliveries: [],
  settingsVersion: 4,
};

describe('examine', () => {
  it('says beside the checkup how the messages of the server arrive, and nothing else of its status', async () => {
    const status: StatusReport = { ...STATUS, missing: ['Embed Links'], watermark: 'RECORDED' };
    const report = await examine(
      { readStatus: async (server) => ({ ...status, channel: server }), takeCheckup: async () => CHECKUP },
      '7',
    );
    expect(report).toEqual({
      now: NOW,
      channel: '7',
      channelGone: false,
      deliveries: [],
      missing: ['Embed Links'],
      watermark: 'RECORDED',
      checkup: expect.objectContaining({ at: NOW, verdict: 'bad', lacking: ['figures', 'closes'] }),
    });
  });

  it('names no missing permissions where there is no channel, and no mark on live data', async () => {
    const report = await examine({ readStatus: async () => ({ ...STATUS, channel: null }) }, '7');
    expect(report).toEqual({ now: NOW, channel: null, channelGone: false, deliveries: [] });
  });
});

describe('onceAMinute', () => {
  /** Something that is really asked, by a clock that a test turns. */
  function setUp() {
    const clock = { now: 0 };
    let asked = 0;
    const take = onceAMinute(async () => (asked += 1), { now: () => clock.now });
    return { clock, take };
  }

  it('asks again after 60 seconds and not before', async () => {
    const { clock, take } = setUp();
    expect(await take()).toBe(1);
    clock.now = 59_999;
    expect(await take()).toBe(1);
    clock.now = 60_000;
    expect(await take()).toBe(2);
    clock.now = 119_999;
    expect(await take()).toBe(2);
  });

  it('counts the minute from when it began to ask', async () => {
    const clock = { now: 0 };
    const waiting = Promise.withResolvers<string>();
    let asked = 0;
    const take = onceAMinute(
      () => {
        asked += 1;
        return waiting.promise;
      },
      { now: () => clock.now },
    );
    const first = take();
    clock.now = 50_000;
    waiting.resolve('answer');
    expect(await first).toBe('answer');
    clock.now = 60_000;
    await take();
    expect(asked).toBe(2);
  });
});

describe('bindHealth', () => {
  it('asks sources once, though two servers want to know at the same moment', async () => {
    let asked = 0;
    const ledger = await openLedger();
    const health = bindHealth({
      ledger,
      settings: {
        read: async () => ({ version: 4, settings: someSettings(), changes: [] }),
        servers: async () => ['1'],
      },
      releases: { releases: async () => [] },
      access: { missing: async () => [] },
      marketClock: { now: () => NOW },
      wallClock: { now: () => NOW },
      log: { info: () => undefined },
      about: { mode: 'live', version: '0.2.0', sources: 'live', startedAt: 1 },
      async takeCheckup() {
        asked += 1;
        return CHECKUP;
      },
    });
    await Promise.all([health.examine('1'), health.examine('2')]);
    expect(asked).toBe(1);
    expect(await health.readStatus('1')).toMatchObject({ settingsVersion: 4 });
    await health.serversSeen([]);
    expect((await ledger.departures()).map(({ server }) => server)).toEqual(['1']);
    await health.serverJoined('1');
    expect(await ledger.departures()).toEqual([]);
    await health.serverLeft('1');
    expect(await ledger.departures()).toHaveLength(1);
  });
});
