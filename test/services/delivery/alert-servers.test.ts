import { describe, expect, it } from 'vitest';
import { SourceChanged, SourceUnavailable } from '#domain/problem.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { alertOnOutage } from '#services/delivery/alert-on-outage.ts';
import { alertDegraded, alertMissed, alertServer, alertServers } from '#services/delivery/alert-servers.ts';
import { someSettings } from '#test/support/engine/decision.ts';

const NOW = Date.parse('2026-12-01T17:00:00Z');
const KINDS = someSettings()['alerts.kinds'];
const OUTAGE = { about: 'no-market', session: '2026-12-01', source: 'Cboe' } as const;

/** Servers with a channel each, unless a test says otherwise. */
function setUp(servers: Readonly<Record<string, Partial<Settings>>> = { 1: {} }) {
  const planned: Omit<PlannedDelivery, 'delivery'>[] = [];
  const deps = {
    ledger: {
      planDeliveries: async (deliveries: typeof planned) => void planned.push(...deliveries),
    },
    settings: {
      servers: async () => Object.keys(servers),
      read: async (server: string) => ({
        version: 1,
        settings: someSettings({ 'alerts.channel': `7${server}`, ...servers[server] }),
        changes: [],
      }),
    },
    nonceOf: (key: string, channel: string) => `${key} in ${channel}`,
  };
  return { deps, planned };
}

describe('alertServers', () => {
  it('plans a message for every server that has a channel, under a key of its own', async () => {
    const { deps, planned } = setUp({ 1: {}, 2: { 'alerts.channel': null }, 3: {} });
    await alertDegraded(deps, 'closes', OUTAGE, NOW);
    expect(planned.map(({ alert, channel, nonce }) => [alert.key, channel, nonce])).toEqual([
      ['1/closes.degraded', '71', '1/closes.degraded in 71'],
      ['3/closes.degraded', '73', '3/closes.degraded in 73'],
    ]);
    expect(planned[0]).toMatchObject({ plannedAt: NOW, alert: { kind: 'degraded', silent: false } });
  });

  it('makes for each server what is its own', async () => {
    const { deps, planned } = setUp({ 1: {}, 2: {} });
    const content = (server: string) =>
      ({ form: 'degraded', degradation: { ...OUTAGE, source: `source of ${server}` } }) as const;
    await alertServers(deps, { id: 'x', kind: 'degraded', content }, NOW);
    expect(planned.map(({ alert }) => alert.content)).toEqual([content('1'), content('2')]);
  });

  it('is silent where a server wants that, and plans nothing that it does not want', async () => {
    const { deps, planned } = setUp({
      1: { 'alerts.kinds': { ...KINDS, degraded: 'silent' } },
      2: { 'alerts.kinds': { ...KINDS, degraded: 'off' } },
    });
    await alertDegraded(deps, 'closes', OUTAGE, NOW);
    expect(planned.map(({ alert }) => [alert.server, alert.silent])).toEqual([['1', true]]);
  });

  it('is silent in a server’s quiet hours, in the server’s own time', async () => {
    // 17:00 UTC is noon in New York and 18:00 in Berlin.
    const { deps, planned } = setUp({
      1: { 'alerts.quietHours': '12:00-13:00', timezone: 'America/New_York' },
      2: { 'alerts.quietHours': '12:00-13:00', timezone: 'Europe/Berlin' },
      3: { 'alerts.quietHours': '11:00-12:00', timezone: 'America/New_York' },
    });
    await alertDegraded(deps, 'closes', OUTAGE, NOW);
    expect(planned.map(({ alert }) => alert.silent)).toEqual([true, false, false]);
  });

  it('makes nothing for a server that is not told', async () => {
    const made: string[] = [];
    const { deps } = setUp({
      1: { 'alerts.channel': null },
      2: { 'alerts.kinds': { ...KINDS, degraded: 'off' } },
    });
    const content = (server: string) => {
      made.push(server);
      return { form: 'degraded', degradation: OUTAGE } as const;
    };
    await alertServers(deps, { id: 'x', kind: 'degraded', content }, NOW);
    expect(made).toEqual([]);
  });

  it('prints the watermark on everything', async () => {
    const { deps, planned } = setUp();
    await alertDegraded({ ...deps, watermark: 'RECORDED' }, 'closes', OUTAGE, NOW);
    await alertDegraded(deps, 'closes', OUTAGE, NOW);
    expect(planned[0]?.alert.watermark).toBe('RECORDED');
    expect(planned[1]?.alert).not.toHaveProperty('watermark');
  });

  it('tells the others though one server cannot be read', async () => {
    const { deps, planned } = setUp({ 1: {}, 2: {} });
    const read = async (server: string) =>
      server === '1' ? Promise.reject(new Error('damaged')) : deps.settings.read(server);
    const damaged = { ...deps, settings: { ...deps.settings, read } };
    await expect(alertDegraded(damaged, 'closes', OUTAGE, NOW)).rejects.toThrow('damaged');
    expect(planned.map(({ alert }) => alert.server)).toEqual(['2']);
  });
});

describe('alertServer', () => {
  it('tells one server alone', async () => {
    const { deps, planned } = setUp({ 1: {}, 2: {} });
    const content = { form: 'degraded', degradation: OUTAGE } as const;
    await alertServer(deps, '2', { id: 'x', kind: 'degraded', content }, NOW);
    expect(planned.map(({ alert }) => alert.key)).toEqual(['2/x']);
  });
});

describe('alertMissed', () => {
  it('names the work that passed its time, once', async () => {
    const { deps, planned } = setUp();
    const work = {
      id: '2026-12-01.official',
      kind: 'close',
      session: '2026-12-01',
      dueAt: 0,
      validUntil: 1,
    } as const;
    await alertMissed(deps, work, NOW);
    expect(planned[0]?.alert).toMatchObject({
      key: '1/2026-12-01.official.missed',
      kind: 'missed',
      content: { form: 'missed', work },
    });
  });
});

describe('alertOnOutage', () => {
  it.each([new SourceUnavailable('Cboe'), new SourceChanged('Cboe', 'no closes')])(
    'names the source before the work fails as it did: %s',
    async (problem) => {
      const told: string[] = [];
      const work = alertOnOutage(Promise.reject(problem), async (source) => void told.push(source));
      await expect(work).rejects.toBe(problem);
      expect(told).toEqual(['Cboe']);
    },
  );

  it('says nothing of any other failure, nor of work that is done', async () => {
    const told: string[] = [];
    const tell = async (source: string) => void told.push(source);
    await expect(alertOnOutage(Promise.reject(new Error('ours')), tell)).rejects.toThrow('ours');
    expect(await alertOnOutage(Promise.resolve(3), tell)).toBe(3);
    expect(told).toEqual([]);
  });
});
