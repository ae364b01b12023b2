import { describe, expect, it } from 'vitest';
import type { Checkup } from '#domain/health/checkup.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { createDoctorServices, type DoctorParts } from '#services/health/create-doctor-services.ts';
import { someServices } from '#test/support/discord/fake-services.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { createBenchClock } from '#test/support/process/bench-clock.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const SERVER = '1';
const SEEN = Date.UTC(2026, 9, 14, 12, 30, 4);
const RELEASE = 'CPI-2026-10-14';

const wallClock = () => createBenchClock([], SEEN);

type Told = { readonly deliveries?: readonly PlannedDelivery[]; readonly polls?: boolean };

function ledgerOf({ deliveries = [], polls = true }: Told): DoctorParts['ledger'] {
  return {
    prints: async () => [
      { ...aKnownPrint().print, releaseId: RELEASE, receivedAt: SEEN + 100, source: 'FRED' },
    ],
    manualPrints: async () => [],
    polls: async (releaseId) => {
      const about = { releaseId, kind: 'CPI', source: 'BLS', askedAt: SEEN - 900 } as const;
      return polls
        ? [
            { ...about, saw: 'old', answeredAt: SEEN - 5_000 },
            { ...about, saw: 'new', answeredAt: SEEN },
          ]
        : [];
    },
    decision: async () => undefined,
    deliveries: async () => deliveries,
  };
}

function services(told: Told = {}, otherwise: Partial<DoctorParts> = {}) {
  return createDoctorServices({
    ledger: ledgerOf(told),
    marketClock: { now: () => SEEN },
    wallClock: wallClock(),
    about: { mode: 'live' },
    readStatus: someServices().readStatus,
    ...otherwise,
  });
}

function message(key: string, delivery: PlannedDelivery['delivery']): PlannedDelivery {
  const alert = { key, server: SERVER, kind: 'print', content: FULL_CARD, silent: false } as const;
  return { alert, channel: '2', nonce: 'n', plannedAt: SEEN, delivery };
}

describe('/steward doctor', () => {
  it('asks once a minute at most; all who ask in between share what was said, with its age', async () => {
    const clock = wallClock();
    let asked = 0;
    const takeCheckup = async (): Promise<Checkup> => {
      asked += 1;
      return { at: clock.now(), machine: [], sources: [] };
    };
    const { examine } = services({}, { wallClock: clock, takeCheckup });
    await Promise.all([examine('1'), examine('2')]);
    clock.pass(59_000);
    expect((await examine('1')).checkup?.at).toBe(SEEN);
    expect(asked).toBe(1);
    clock.pass(1_000);
    expect((await examine('1')).checkup?.at).toBe(SEEN + 60_000);
    expect(asked).toBe(2);
  });

  it('asks again at once where asking itself failed', async () => {
    const failures = [new Error('ours')];
    const takeCheckup = async (): Promise<Checkup> => {
      const failure = failures.pop();
      if (failure) {
        throw failure;
      }
      return { at: 0, machine: [], sources: [] };
    };
    const { examine } = services({}, { takeCheckup });
    await expect(examine('1')).rejects.toThrow('ours');
    expect((await examine('1')).checkup?.verdict).toBe('bad');
  });

  it('asks nobody where data are recorded', async () => {
    expect(await services().examine('1')).not.toHaveProperty('checkup');
  });
});

describe('/steward deliveries', () => {
  it('measures from the answer that showed the figures to what Discord accepted', async () => {
    const sent = { state: 'sent', at: SEEN + 3_000, messageId: '9' } as const;
    const { traces, lag } = await services({
      deliveries: [
        message(`${SERVER}/2026-10-14.official/official`, { state: 'sent', at: SEEN + 9e6, messageId: '8' }),
        message(`${SERVER}/${RELEASE}.print/print`, sent),
      ],
    }).showDeliveries(SERVER);
    expect(traces).toEqual([
      { releaseId: RELEASE, seenAt: SEEN, seenBy: 'BLS', queuedAt: SEEN, delivery: sent },
    ]);
    expect(lag).toEqual({ count: 1, p50: 3_000, p95: 3_000 });
  });

  it('counts what was given up with its reason, and not into how long messages take', async () => {
    const dropped = { state: 'dropped', at: SEEN, reason: 'the channel is gone' } as const;
    const told = { deliveries: [message(`${SERVER}/${RELEASE}.print/print`, dropped)], polls: false };
    const account = await services(told).showDeliveries(SERVER);
    expect(account.traces).toMatchObject([{ seenAt: SEEN + 100, seenBy: 'FRED', delivery: dropped }]);
    expect(account).not.toHaveProperty('lag');
  });

  it('says no times in a replay, whose two clocks cannot be compared', async () => {
    const sent = { state: 'sent', at: 5, messageId: '9' } as const;
    const told = { deliveries: [message(`${SERVER}/${RELEASE}.print/print`, sent)] };
    const account = await services(told, { about: { mode: 'playground' } }).showDeliveries(SERVER);
    expect(account).toMatchObject({ isReplay: true });
    expect(account).not.toHaveProperty('lag');
  });
});
