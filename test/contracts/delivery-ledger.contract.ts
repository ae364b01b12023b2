import { beforeEach, describe, expect, it } from 'vitest';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';

/** What every ledger of deliveries must keep, whatever stands behind it. */
export function describeDeliveryLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of deliveries`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('gives an alert back as it was planned, in the order of planning, each one once', async () => {
      await ledger.planDeliveries([deliveryOf('a'), deliveryOf('b')]);
      await ledger.planDeliveries([deliveryOf('a')]);
      expect(await ledger.claimDelivery(5)).toEqual({
        planned: { ...deliveryOf('a'), delivery: { state: 'sending', attempt: 1, since: 5 } },
        interrupted: false,
      });
      expect((await ledger.claimDelivery(6))?.planned.alert.key).toBe(`${SERVER}/b`);
      expect(await ledger.claimDelivery(7)).toBeUndefined();
    });

    it('waits with an alert whose attempt failed, and lets later ones pass', async () => {
      await ledger.planDeliveries([deliveryOf('a'), deliveryOf('b')]);
      await ledger.claimDelivery(5);
      await ledger.settleDelivery(`${SERVER}/a`, { state: 'due', attempt: 2, notBefore: 50 });
      expect((await ledger.claimDelivery(6))?.planned.alert.key).toBe(`${SERVER}/b`);
      expect(await ledger.nextDeliveryAt()).toBe(50);
      expect(await ledger.claimDelivery(49)).toBeUndefined();
      expect((await ledger.claimDelivery(50))?.planned.delivery).toEqual({
        state: 'sending',
        attempt: 2,
        since: 50,
      });
    });

    it('marks what a dead process was sending as interrupted, and keeps its attempt', async () => {
      await ledger.planDeliveries([deliveryOf('a')]);
      await ledger.claimDelivery(5);
      await ledger.settleDelivery(`${SERVER}/a`, { state: 'due', attempt: 3, notBefore: 6 });
      await ledger.claimDelivery(6);
      expect(await ledger.nextDeliveryAt()).toBeUndefined();
      await ledger.reclaimDeliveries();
      expect(await ledger.claimDelivery(7)).toMatchObject({
        interrupted: true,
        planned: { delivery: { attempt: 3 } },
      });
    });

    it('leaves a delivery that has ended as it is', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] });
      await ledger.claimDelivery(5);
      await ledger.settleDelivery(`${SERVER}/a`, { state: 'dropped', at: 6, reason: 'gone' });
      await ledger.settleDelivery(
        `${SERVER}/a`,
        { state: 'sent', at: 7, messageId: '5' },
        { programme: STEP },
      );
      expect((await ledger.deliveries(SERVER, 1))[0]?.delivery.state).toBe('dropped');
      expect((await ledger.memory(SERVER))?.programme.ratio).toBe(0.6);
    });
  });
}
