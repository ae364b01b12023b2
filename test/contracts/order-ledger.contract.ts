import { beforeEach, describe, expect, it } from 'vitest';
import { orderId } from '#domain/hedge/order-id.ts';
import type { OrderDraft, StepOrder } from '#domain/hedge/step-order.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import type { Ledger } from '#ports/ledger/ledger.ts';
import { aCondor, addedEvent, booked } from '#test/support/book/lots.ts';
import { anOrder } from '#test/support/book/orders.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';
import { deliveryOf, recordedOf, SERVER, STEP } from '#test/support/ledger/ledger-entries.ts';

const OTHER = '100000000000000009';
const MEMORY = initialMemory(someSettings());
const SENT = { state: 'sent', at: 9, messageId: '5' } as const;

/** What a card carries of an order. */
function draftOf(order: StepOrder): OrderDraft {
  const { id: _, openedAt: __, fills: ___, ...draft } = order;
  return draft;
}

/** What every ledger of step orders must keep, whatever stands behind it. */
export function describeOrderLedger(name: string, open: () => Promise<Ledger>): void {
  describe(`${name} as a ledger of step orders`, () => {
    let ledger: Ledger;
    beforeEach(async () => {
      ledger = await open();
    });

    const settle = async (key: string, order?: OrderDraft): Promise<void> => {
      await ledger.planDeliveries([deliveryOf(key)]);
      await ledger.settleDelivery(`${SERVER}/${key}`, SENT, {
        programme: STEP,
        ...(order && { order: () => order }),
      });
    };
    const orders = async () => (await ledger.orderRecord(SERVER)).orders;

    it('knows nothing of a server that nobody has written of', async () => {
      const record = await ledger.orderRecord(SERVER);
      expect(record).toMatchObject({ orders: [], loose: 0, book: { revision: 0, open: [] } });
      expect(record.memory).toBeUndefined();
    });

    it('writes a fill, its lots and the end of its order in one act, for one server', async () => {
      const order = anOrder({ end: { how: 'done', at: 7 } });
      const lot = aCondor({ id: 'C1' });
      await ledger.changeOrders(SERVER, 'i1', ({ book }) => ({
        write: {
          memory: MEMORY,
          book: {
            lots: [booked(lot)],
            events: [addedEvent(lot, { revision: book.revision + 1 })],
            proposals: [],
          },
          orders: [order],
          loose: 0.05,
        },
        result: undefined,
      }));
      expect(await ledger.orderRecord(SERVER)).toMatchObject({
        memory: MEMORY,
        orders: [order],
        loose: 0.05,
        book: { revision: 1, open: [{ lot }] },
      });
      expect(await ledger.orderRecord(OTHER)).toMatchObject({ orders: [], loose: 0 });
    });

    it('counts an interaction once, and one that wrote nothing not at all', async () => {
      const add = (write: boolean) =>
        ledger.changeOrders(SERVER, 'pressed', ({ loose }, isRepeated) => ({
          ...(write && { write: { loose: loose + 1 } }),
          result: isRepeated,
        }));
      expect([await add(false), await add(true), await add(true)]).toEqual([false, false, true]);
      expect((await ledger.orderRecord(SERVER)).loose).toBe(1);
    });

    it('writes nothing if the act refuses', async () => {
      const refused = ledger.changeOrders(SERVER, 'i1', () => {
        throw new Error('no');
      });
      await expect(refused).rejects.toThrow('no');
      expect(await orders()).toEqual([]);
    });

    it('opens the order of a card that has arrived, once', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [] });
      await settle('a', draftOf(anOrder()));
      await settle('a', draftOf(anOrder()));
      expect(await orders()).toMatchObject([
        { id: orderId(SERVER, 1), fills: [], openedAt: expect.any(Number) },
      ]);
      expect((await ledger.memory(SERVER))?.programme).toEqual(STEP);
    });

    it('opens none for a card that died', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] });
      const died = { state: 'dropped', at: 2, reason: 'gone' } as const;
      await ledger.settleDelivery(`${SERVER}/a`, died, { programme: STEP, order: () => draftOf(anOrder()) });
      expect(await orders()).toEqual([]);
    });

    it('replaces the open order by a newer one, and ends it where the newer step asks for nothing', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [] });
      await settle('a', draftOf(anOrder()));
      await settle('b', draftOf(anOrder()));
      expect(await ledger.serversWithOrders()).toEqual([SERVER]);
      await settle('c');
      expect(await ledger.serversWithOrders()).toEqual([]);
      expect((await orders()).map(({ id, end }) => [id, end?.how])).toEqual([
        [orderId(SERVER, 2), 'cancelled'],
        [orderId(SERVER, 1), 'replaced'],
      ]);
    });

    it('opens none past a multiplier that was set by hand since the card was planned', async () => {
      await ledger.record({ recorded: recordedOf(aDecision()), deliveries: [deliveryOf('a')] });
      const override = { from: 0.6, to: 0.65, by: '7', at: 1, why: 'a desk decision' };
      await ledger.changeOrders(SERVER, undefined, ({ memory = MEMORY }) => ({
        write: { memory, override },
        result: undefined,
      }));
      await ledger.settleDelivery(`${SERVER}/a`, SENT, { programme: STEP, order: () => draftOf(anOrder()) });
      expect(await orders()).toEqual([]);
    });

    it('forgets orders with their server', async () => {
      await ledger.changeOrders(SERVER, 'i1', () => ({ write: { orders: [anOrder()] }, result: undefined }));
      await ledger.forgetServer(SERVER);
      expect(await orders()).toEqual([]);
    });
  });
}
