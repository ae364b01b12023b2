import { CALENDAR } from '#test/support/book/book-desk.ts';
import { describe, expect, it } from 'vitest';
import { SourceUnavailable } from '#domain/problem.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { bindAlerts, bindDelivery, bindSending } from '#services/delivery/index.ts';
import { aCall, booked, NOON } from '#test/support/book/lots.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER } from '#test/support/ledger/ledger-entries.ts';
import { openLedger } from '#test/support/ledger/open-ledger.ts';

const { signal } = new AbortController();
const DAY = 86_400_000;
const OUTAGE = { about: 'no-market', session: '2026-12-01', source: 'Cboe' } as const;
const WORK = { id: 'w', kind: 'close', session: '2026-12-01', dueAt: 0, validUntil: 1 } as const;

/** Alerts of one server over an empty ledger; one of its calls is a month old. */
async function setUp(otherwise: Partial<Settings> = {}) {
  const ledger = await openLedger();
  const alerts = bindAlerts({
    calendar: CALENDAR,
    ledger: { ...ledger, openLots: async () => ({ revision: 1, open: [booked(aCall())] }) },
    settings: {
      read: async () => ({ version: 1, settings: someSettings(otherwise), changes: [] }),
      servers: async () => [SERVER],
    },
    httpClients: [
      {
        health: async () => ({
          source: 'Cboe',
          state: 'failing',
          nextAt: 0,
          lastFailure: { at: NOON, kind: 'unavailable', words: 'HTTP 503' },
        }),
      },
    ],
    log: { error: () => undefined },
    about: { startedAt: NOON - DAY },
    nonceOf: (key, channel) => `${key} in ${channel}`,
  });
  const planned = async () => (await ledger.deliveries(SERVER, 20)).map(({ alert }) => alert);
  return { alerts, planned, ledger };
}

describe('bindAlerts', () => {
  it('stores a message once, however often it is told', async () => {
    const { alerts, planned } = await setUp();
    const tell = async () => {
      await alerts.alertMissed(WORK, NOON);
      await alerts.alertDegraded('closes', OUTAGE, NOON);
      await alerts.alertSilentSources(NOON);
      await alerts.alertHedgeUpkeep(NOON + 30 * DAY);
    };
    await tell();
    const keys = (await planned()).map(({ key }) => key);
    expect(keys).toHaveLength(new Set(keys).size);
    expect(keys).toEqual(
      expect.arrayContaining([
        `${SERVER}/w.missed`,
        `${SERVER}/closes.degraded`,
        `${SERVER}/sources.2026-12-01.degraded`,
        `${SERVER}/roll.2027-01-20.2026-12-26`,
      ]),
    );
    await tell();
    expect((await planned()).map(({ key }) => key)).toEqual(keys);
  });

  it('keeps the first words of a message that is told again otherwise', async () => {
    const { alerts, planned } = await setUp();
    await alerts.alertDegraded('closes', OUTAGE, NOON);
    await alerts.alertDegraded('closes', { ...OUTAGE, source: 'Yahoo' }, NOON);
    expect(await planned()).toMatchObject([{ content: { degradation: { source: 'Cboe' } } }]);
  });

  it('stores nothing for a server without a channel', async () => {
    const { alerts, planned } = await setUp({ 'alerts.channel': null });
    await alerts.alertMissed(WORK, NOON);
    await alerts.alertSilentSources(NOON);
    expect(await planned()).toEqual([]);
  });

  it('tells of an outage before the work is tried again', async () => {
    const { alerts, planned } = await setUp();
    const work = alerts.alertOnOutage(Promise.reject(new SourceUnavailable('Cboe')), (source) =>
      alerts.alertDegraded('closes', { ...OUTAGE, source }, NOON),
    );
    await expect(work).rejects.toThrow('Cboe');
    expect(await planned()).toHaveLength(1);
  });
});

describe('bindSending', () => {
  it('sends what was stored with the picture of its decision', async () => {
    const { ledger } = await setUp();
    const decision = aDecision();
    await ledger.record({ recorded: recordedOf(decision), deliveries: [deliveryOf(decision.id)] });
    const pictures: (string | undefined)[] = [];
    const { deliverAlerts } = bindSending({
      ledger,
      charts: dotRenderer,
      channel: {
        find: async () => undefined,
        mark: async () => undefined,
        async send(_alert, _to, picture) {
          pictures.push(picture?.altText);
          return 'm';
        },
      },
      wallClock: { now: () => NOON },
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    await deliverAlerts(signal);
    expect(pictures).toEqual([expect.stringContaining('RSI 14 of RUT')]);
  });
});

describe('bindDelivery', () => {
  it('shows nothing before the first release', async () => {
    const { ledger } = await setUp();
    const { showDeliveries } = bindDelivery({
      ledger,
      marketClock: { now: () => NOON },
      about: { mode: 'live' },
      channel: { mark: async () => undefined },
      log: { warn: () => undefined },
    });
    expect(await showDeliveries(SERVER)).toEqual({ traces: [], isReplay: false });
  });
});
