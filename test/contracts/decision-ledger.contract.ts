import { beforeEach, describe, expect, it } from 'vitest';
import type { Memory } from '#domain/signal/decision.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';

const OTHER = '100000000000000009';

/** What every ledger of decisions must keep, whatever stands behind it. */
export function describeDecisionLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of decisions`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    it('gives a decision back as it was, with its inputs', async () => {
      const entry = recordedOf(aDecision());
      expect(await ledger.record({ recorded: entry, deliveries: [] })).toBe('recorded');
      expect(await ledger.decision(SERVER, '2014-09-23.official')).toEqual(entry);
      expect(await ledger.decision(OTHER, '2014-09-23.official')).toBeUndefined();
    });

    it('keeps the book that a decision was made with', async () => {
      const entry = recordedOf(aDecision());
      const withBook = { ...entry, inputs: { ...entry.inputs, book: { condors: 10, hedge: [4, 4, 2] } } };
      await ledger.record({ recorded: withBook, deliveries: [] });
      expect((await ledger.decision(SERVER, '2014-09-23.official'))?.inputs.book).toEqual({
        condors: 10,
        hedge: [4, 4, 2],
      });
    });

    it('records a decision once in a server, and writes nothing of the second one', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('first')] });
      const memory = { ...aDecision().memory, state: 'WATCH' } satisfies Memory;
      const second = recordedOf(aDecision({ state: 'WATCH', memory }));
      const answer = await ledger.record({
        recorded: second,
        deliveries: [deliveryOf('second')],
        supersedes: 'news',
      });
      expect(answer).toBe('already');
      expect((await ledger.memory(SERVER))?.state).toBe('CALM');
      expect(await ledger.countDeliveries()).toEqual({ planned: 1, sent: 0, dropped: 0 });
      expect(await ledger.record({ recorded: recordedOf(aDecision(), OTHER), deliveries: [] })).toBe(
        'recorded',
      );
    });

    it('writes a decision with its alerts or not at all', async () => {
      const broken = { ...deliveryOf('second'), plannedAt: Number.NaN };
      const entry = { recorded: recordedOf(aDecision()), deliveries: [deliveryOf('first'), broken] };
      await expect(ledger.record(entry)).rejects.toThrow(/./);
      expect(await ledger.decision(SERVER, '2014-09-23.official')).toBeUndefined();
      expect(await ledger.memory(SERVER)).toBeUndefined();
      expect(await ledger.countDeliveries()).toEqual({ planned: 0, sent: 0, dropped: 0 });
    });

    it('lists decisions newest first', async () => {
      for (const id of ['a', 'b', 'c']) {
        await ledger.record({ recorded: recordedOf(aDecision({ id })), deliveries: [] });
      }
      const ids = (await ledger.decisions(SERVER, 2)).map(({ id }) => id);
      expect(ids).toEqual(['c', 'b']);
    });

    it('remembers nothing of a server before its first decision', async () => {
      expect(await ledger.memory(SERVER)).toBeUndefined();
    });

    it('takes a step into the programme when its message was sent, and not before', async () => {
      const decision = aDecision({ state: 'CAPITULATION', adopts: STEP });
      await ledger.record({ recorded: recordedOf(decision), deliveries: [deliveryOf('a')] });
      expect((await ledger.memory(SERVER))?.programme).toEqual({ ratio: 0.6, upUsed: 0 });
      await ledger.claimDelivery(1);
      await ledger.settleDelivery(
        `${SERVER}/a`,
        { state: 'sent', at: 2, messageId: '5' },
        { programme: STEP },
      );
      expect((await ledger.memory(SERVER))?.programme).toEqual(STEP);
    });

    it('keeps the adopted programme over later decisions', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] });
      await ledger.claimDelivery(1);
      await ledger.settleDelivery(
        `${SERVER}/a`,
        { state: 'sent', at: 2, messageId: '5' },
        { programme: STEP },
      );
      const memory = { ...aDecision().memory, state: 'WATCH' } satisfies Memory;
      await ledger.record({ recorded: recordedOf(aDecision({ id: 'next', memory })), deliveries: [] });
      expect(await ledger.memory(SERVER)).toEqual({ ...memory, programme: STEP });
    });

    it('takes no step of a message that was dropped', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] });
      await ledger.claimDelivery(1);
      await ledger.settleDelivery(
        `${SERVER}/a`,
        { state: 'dropped', at: 2, reason: 'gone' },
        { programme: STEP },
      );
      expect((await ledger.memory(SERVER))?.programme.ratio).toBe(0.6);
    });

    it('drops what a newer decision supersedes, unless it may have left already', async () => {
      await ledger.planDeliveries([
        deliveryOf('sent'),
        deliveryOf('failed'),
        deliveryOf('interrupted'),
        deliveryOf('waiting'),
        deliveryOf('elsewhere', OTHER),
      ]);
      await ledger.claimDelivery(1);
      await ledger.settleDelivery(`${SERVER}/sent`, { state: 'sent', at: 2, messageId: '5' });
      await ledger.claimDelivery(2);
      await ledger.settleDelivery(`${SERVER}/failed`, { state: 'due', attempt: 2, notBefore: 9 });
      await ledger.claimDelivery(3);
      await ledger.reclaimDeliveries();
      await ledger.record({
        recorded: recordedOf(aDecision()),
        deliveries: [deliveryOf('new')],
        supersedes: 'newer',
      });
      const states = (await ledger.deliveries(SERVER, 9)).map((one) => [
        one.alert.chartOf,
        one.delivery.state,
      ]);
      expect(states).toEqual([
        ['new', 'due'],
        ['waiting', 'dropped'],
        ['interrupted', 'due'],
        ['failed', 'due'],
        ['sent', 'sent'],
      ]);
      expect((await ledger.deliveries(OTHER, 9))[0]?.delivery.state).toBe('due');
      expect(await ledger.countDeliveries()).toEqual({ planned: 6, sent: 1, dropped: 1 });
    });
  });
}
