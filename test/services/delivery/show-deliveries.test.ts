import { describe, expect, it } from 'vitest';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { showDeliveries } from '#services/delivery/show-deliveries.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { aKnownPrint } from '#test/support/engine/known-print.ts';

const SERVER = '1';
const SEEN = Date.UTC(2026, 9, 14, 12, 30, 4);
const RELEASE = 'CPI-2026-10-14';

type Told = { readonly deliveries?: readonly PlannedDelivery[]; readonly polls?: boolean };

function ledgerOf({ deliveries = [], polls = true }: Told): Parameters<typeof showDeliveries>[0]['ledger'] {
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

function show(told: Told = {}, mode: 'live' | 'playground' = 'live') {
  const deps = { ledger: ledgerOf(told), marketClock: { now: () => SEEN }, about: { mode } };
  return showDeliveries(deps, SERVER);
}

function message(key: string, delivery: PlannedDelivery['delivery']): PlannedDelivery {
  const alert = { key, server: SERVER, kind: 'print', content: FULL_CARD, silent: false } as const;
  return { alert, channel: '2', nonce: 'n', plannedAt: SEEN, delivery };
}

describe('showDeliveries', () => {
  it('measures from the answer that showed the figures to what Discord accepted', async () => {
    const sent = { state: 'sent', at: SEEN + 3_000, messageId: '9' } as const;
    const { traces, lag } = await show({
      deliveries: [
        message(`${SERVER}/2026-10-14.official/official`, { state: 'sent', at: SEEN + 9e6, messageId: '8' }),
        message(`${SERVER}/${RELEASE}.print/print`, sent),
      ],
    });
    expect(traces).toEqual([
      { releaseId: RELEASE, seenAt: SEEN, seenBy: 'BLS', queuedAt: SEEN, delivery: sent },
    ]);
    expect(lag).toEqual({ count: 1, p50: 3_000, p95: 3_000 });
  });

  it('counts what was given up with its reason, and not into how long messages take', async () => {
    const dropped = { state: 'dropped', at: SEEN, reason: 'the channel is gone' } as const;
    const told = { deliveries: [message(`${SERVER}/${RELEASE}.print/print`, dropped)], polls: false };
    const account = await show(told);
    expect(account.traces).toMatchObject([{ seenAt: SEEN + 100, seenBy: 'FRED', delivery: dropped }]);
    expect(account).not.toHaveProperty('lag');
  });

  it('says no times in a replay, whose two clocks cannot be compared', async () => {
    const sent = { state: 'sent', at: 5, messageId: '9' } as const;
    const told = { deliveries: [message(`${SERVER}/${RELEASE}.print/print`, sent)] };
    const account = await show(told, 'playground');
    expect(account).toMatchObject({ isReplay: true });
    expect(account).not.toHaveProperty('lag');
  });
});
