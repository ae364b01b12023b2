import { describe, expect, it } from 'vitest';
import { bindAlerts } from '#services/delivery/index.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { aCall, booked, NOON } from '#test/support/book/lots.ts';

const DAY = 86_400_000;

async function told(
  settings: Partial<Settings>,
  now: number,
): Promise<readonly Omit<PlannedDelivery, 'delivery'>[]> {
  const planned: Omit<PlannedDelivery, 'delivery'>[] = [];
  const alerts = bindAlerts({
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
    about: { startedAt: 0 },
  });
  await alerts.alertHedgeUpkeep(now);
  return planned;
}

describe('alertHedgeUpkeep', () => {
  it('plans a message under a key of the lot and the reason, so that it is told once', async () => {
    const planned = await told({}, NOON + 30 * DAY);
    expect(planned.length).toBeGreaterThan(0);
    expect(planned[0]?.alert).toMatchObject({
      key: '1/roll.H1.age',
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
});
