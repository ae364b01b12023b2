import { describe, expect, it, vi } from 'vitest';
import type { Alert } from '#domain/delivery/alert.ts';
import type { Programme } from '#domain/signal/decision.ts';
import type { Delivery } from '#domain/delivery/delivery.ts';
import { ChannelClosed, SendFailed, SendRefused } from '#domain/delivery/delivery-problem.ts';
import type { AlertChannel } from '#ports/alert-channel.ts';
import type { PlannedDelivery } from '#ports/ledger/ledger.ts';
import { bind } from '#services/bind.ts';
import { deliverAlerts } from '#services/delivery/deliver-alerts.ts';
import { aCard, aDecision } from '#test/support/engine/decision.ts';

const NOW = 1_000_000;
const RAISED: Programme = { ratio: 0.7, upUsed: 0.1, lastUpStep: '2014-09-23' };
const RAISE = aDecision({ adopts: RAISED, changed: true });
const ALERT: Alert = {
  key: '1/2014-09-23.official/follow-up',
  server: '1',
  kind: 'follow-up',
  content: aCard(RAISE),
  silent: false,
};
const signal = new AbortController().signal;

/** One delivery at the given attempt, and what became of it. */
function outbox(channel: Partial<AlertChannel>, claim: { attempt?: number; interrupted?: boolean } = {}) {
  const followed: string[] = [];
  const settled: { delivery: Delivery; adopts: Programme | undefined }[] = [];
  const planned: PlannedDelivery = {
    alert: ALERT,
    channel: '7',
    nonce: 'nonce',
    plannedAt: 0,
    delivery: { state: 'sending', attempt: claim.attempt ?? 1, since: NOW },
  };
  const waiting = [{ planned, interrupted: claim.interrupted ?? false }];
  const deliver = bind(deliverAlerts, {
    ledger: {
      claimDelivery: async () => waiting.shift(),
      settleDelivery: async (_key, delivery, adopts) => {
        settled.push({ delivery, adopts: adopts?.programme });
      },
    },
    channel: {
      send: vi.fn<AlertChannel['send']>().mockResolvedValue('42'),
      find: vi.fn<AlertChannel['find']>().mockResolvedValue(undefined),
      ...channel,
    },
    draw: async () => undefined,
    markSuperseded: async (_planned, messageId) => void followed.push(messageId),
    wallClock: { now: () => NOW },
    log: { info: () => undefined, error: () => undefined },
  });
  return { run: () => deliver(signal), settled, followed };
}

describe('deliverAlerts', () => {
  it('adopts the step of a card once Discord has named the message, then marks what it takes the place of', async () => {
    const { run, settled, followed } = outbox({});
    await run();
    expect(followed).toEqual(['42']);
    expect(settled).toEqual([{ delivery: { state: 'sent', at: NOW, messageId: '42' }, adopts: RAISED }]);
  });

  it('adopts nothing while the card has not arrived', async () => {
    const { run, settled } = outbox({ send: () => Promise.reject(new SendFailed('HTTP 500')) });
    await run();
    expect(settled).toEqual([
      { delivery: { state: 'due', attempt: 2, notBefore: NOW + 1_000 }, adopts: undefined },
    ]);
  });

  it('waits as long as Discord says when that is longer than its own timeout', async () => {
    const { run, settled } = outbox({ send: () => Promise.reject(new SendFailed('HTTP 429', 9_000)) });
    await run();
    expect(settled[0]?.delivery).toMatchObject({ state: 'due', notBefore: NOW + 9_000 });
  });

  it.each([new ChannelClosed('7', 'gone'), new SendRefused('HTTP 400')])(
    'gives up at once where trying again is no use: %s',
    async (problem) => {
      const { run, settled } = outbox({ send: () => Promise.reject(problem) });
      await run();
      expect(settled[0]?.delivery).toEqual({ state: 'dropped', at: NOW, reason: problem.message });
    },
  );

  it('keeps the words of what nobody foresaw out of what people read', async () => {
    const fault = new Error('connect ECONNREFUSED https://discord.com/api/webhooks/1/secret');
    const { run, settled } = outbox({ send: () => Promise.reject(fault) }, { attempt: 8 });
    await run();
    expect(settled[0]?.delivery).toEqual({ state: 'dropped', at: NOW, reason: 'unknown failure' });
  });

  it.each([{ interrupted: true }, { attempt: 2 }])(
    'looks for a message that may have arrived before it sends it again (%j)',
    async (claim) => {
      const send = vi.fn<AlertChannel['send']>();
      const { run, settled } = outbox({ send, find: async () => '41' }, claim);
      await run();
      expect(send).not.toHaveBeenCalled();
      expect(settled[0]).toEqual({ delivery: { state: 'sent', at: NOW, messageId: '41' }, adopts: RAISED });
    },
  );

  it('sends the first time without looking', async () => {
    const find = vi.fn<AlertChannel['find']>();
    await outbox({ find }).run();
    expect(find).not.toHaveBeenCalled();
  });
});
