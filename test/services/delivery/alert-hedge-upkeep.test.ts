import { describe, expect, it } from 'vitest';
import { alertHedgeUpkeep } from '#services/delivery/alert-hedge-upkeep.ts';
import { bindAlerts } from '#services/delivery/index.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { CALENDAR } from '#test/support/book/book-desk.ts';
import { aCall, aCondor, booked, NOON } from '#test/support/book/lots.ts';

const DAY = 86_400_000;

async function told(
  settings: Partial<Settings>,
  now: number,
): Promise<readonly Omit<PlannedDelivery, 'delivery'>[]> {
  const planned: Omit<PlannedDelivery, 'delivery'>[] = [];
  const alerts = bindAlerts({
    calendar: CALENDAR,
    ledger: {
      openLots: async () => ({ revision: 1, open: [booked(aCall())] }),
      endedLots: async () => [],
      planDeliveries: async (deliveries) => void planned.push(...deliveries),
    },
    settings: {
      read: async () => ({
        version: 1,
        settings: someSettings({ 'alerts.channel': '7', ...settings }),
        changes: [],
      }),
      servers: async () => ['1'],
    },
    nonceOf: (key) => `nonce of ${key}`,
    watermark: 'RECORDED',
    log: { error: () => undefined },
    about: { startedAt: 0 },
  });
  await alerts.alertHedgeUpkeep(now);
  return planned;
}

describe('alertHedgeUpkeep', () => {
  it('plans a message under a key of the expiry and the day that it became due, so that it is told once', async () => {
    const planned = await told({}, NOON + 30 * DAY);
    expect(planned.length).toBeGreaterThan(0);
    expect(planned[0]?.alert).toMatchObject({
      key: expect.stringMatching(/^1\/roll\.2027-01-20\./),
      kind: 'roll',
      silent: false,
      watermark: 'RECORDED',
      content: { form: 'hedge', news: { about: 'roll' } },
    });
  });

  it('is silent, or says nothing, where the server wants that', async () => {
    const kinds = someSettings()['alerts.kinds'];
    const silent = await told({ 'alerts.kinds': { ...kinds, roll: 'silent' } }, NOON + 30 * DAY);
    expect(silent.every(({ alert }) => alert.silent)).toBe(true);
    expect(await told({ 'alerts.kinds': { ...kinds, roll: 'off' } }, NOON + 30 * DAY)).toEqual([]);
    expect(await told({ 'alerts.channel': null }, NOON + 30 * DAY)).toEqual([]);
  });

  it('tells of a roll in New York’s day: at 23:59 there it is not yet tomorrow', async () => {
    // 30 days after 2026-12-01 is 2026-12-31, whatever day it is in London.
    const keys = async (now: string) =>
      (await told({ 'layers.rollAge': [30, 60, 90] }, Date.parse(now))).map(({ alert }) => alert.key);
    const before = await keys('2026-12-31T04:59:00Z');
    expect(before).not.toContain('1/roll.2027-01-20.2026-12-31');
    expect(await keys('2026-12-31T05:00:00Z')).toContain('1/roll.2027-01-20.2026-12-31');
  });

  it('tells of the budget by what was ever paid this year, closed lots included', async () => {
    const lot = aCall({ id: 'H9', cost: 5, quantity: 10 });
    const sent: string[] = [];
    await alertHedgeUpkeep(
      {
        calendar: CALENDAR,
        ledger: {
          openLots: async () => ({ revision: 1, open: [] }),
          endedLots: async () => [booked(lot, { end: { how: 'closed', on: '2026-12-10', price: 0 } })],
        },
        settings: {
          servers: async () => ['1'],
          read: async () => ({
            version: 1,
            settings: someSettings({ 'budget.capital': 100_000, 'budget.annualPercent': 2 }),
            changes: [],
          }),
        },
        alertServer: async (server, { id, kind }) => void sent.push(`${server} ${kind} ${id}`),
        log: { error: () => undefined },
      },
      NOON + 15 * DAY,
    );
    expect(sent).toEqual(['1 budget budget.80.2026', '1 budget budget.100.2026']);
  });

  it('tells of layers that are missing beside the base size of the condors', async () => {
    const sent: string[] = [];
    await alertHedgeUpkeep(
      {
        calendar: CALENDAR,
        ledger: {
          openLots: async () => ({ revision: 1, open: [booked(aCondor({ quantity: 10 }))] }),
          endedLots: async () => [],
        },
        settings: {
          servers: async () => ['1'],
          read: async () => ({ version: 1, settings: someSettings(), changes: [] }),
        },
        alertServer: async (server, { id, kind }) => void sent.push(`${server} ${kind} ${id}`),
        log: { error: () => undefined },
      },
      NOON,
    );
    expect(sent).toEqual([
      expect.stringMatching(/^1 layer layer\.short-empty-medium-empty-long-empty\.\d{4}-\d\d-\d\d\.0$/),
    ]);
  });

  it('tells the others though one server’s book cannot be read', async () => {
    const sent: string[] = [];
    const logged: unknown[] = [];
    await alertHedgeUpkeep(
      {
        calendar: CALENDAR,
        ledger: {
          openLots: async ({ server }) =>
            server === '1' ? Promise.reject(new Error('damaged')) : { revision: 1, open: [booked(aCall())] },
          endedLots: async () => [],
        },
        settings: {
          servers: async () => ['1', '2'],
          read: async () => ({ version: 1, settings: someSettings(), changes: [] }),
        },
        alertServer: async (server) => void sent.push(server),
        log: { error: (words, error, facts) => void logged.push([words, error, facts]) },
      },
      NOON + 30 * DAY,
    );
    expect(logged).toEqual([
      ['could not tell what is due of a hedge', new Error('damaged'), { server: '1' }],
    ]);
    expect(new Set(sent)).toEqual(new Set(['2']));
  });
});
