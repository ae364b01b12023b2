import { describe, expect, it } from 'vitest';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { showOrders } from '#services/hedge/show-orders.ts';
import { reopenOrder } from '#services/hedge/reopen-order.ts';
import { setRatio } from '#services/hedge/set-ratio.ts';
import { skipOrder } from '#services/hedge/skip-order.ts';
import { takeOrder } from '#services/hedge/take-order.ts';
import { NOON, STEWARD } from '#test/support/book/lots.ts';
import { aDecision } from '#test/support/engine/decision.ts';
import { noOrders } from '#test/support/engine/no-orders.ts';
import { memoryAfter } from '#test/support/engine/weak-cpi-story.ts';
import { recordedOf } from '#test/support/ledger/ledger-entries.ts';
import { BUY, OPEN, openOrderDesk, type OrderDesk, SERVER } from '#test/support/book/order-desk.ts';

let desk: OrderDesk;
const open = async (...parts: Parameters<typeof openOrderDesk>): Promise<void> => {
  desk = await openOrderDesk(...parts);
};
const fill: OrderDesk['fill'] = (...parts) => desk.fill(...parts);

describe('skipOrder', () => {
  const skip = (more = {}) =>
    skipOrder(desk.deps, {
      server: SERVER,
      by: STEWARD,
      interaction: 's1',
      order: 'O1',
      why: 'spreads too wide',
      ...more,
    });

  it('asks for no more than is filled, leaves the up-budget spent, and counts once', async () => {
    await open(OPEN);
    await fill(BUY);
    expect(await skip()).toMatchObject({ kind: 'skipped', report: { asked: 0.64, filled: 0.64 } });
    expect(await skip()).toMatchObject({ kind: 'skipped' });
    expect((await desk.ledger.memory(SERVER))?.programme).toMatchObject({ ratio: 0.64, upUsed: 0.1 });
  });

  it('wants a reason, and an order of this server that is open', async () => {
    await open(OPEN);
    expect(await skip({ why: ' ' })).toEqual({ kind: 'no-reason', order: 'O1' });
    expect(await skip({ order: 'O7' })).toEqual({ kind: 'unknown-order', order: 'O7' });
    await skip();
    expect(await skip({ interaction: 's2' })).toMatchObject({ kind: 'ended', order: { id: 'O1' } });
  });

  describe('while an event is open', () => {
    const { event = raise('the story has an event') } = memoryAfter(1);
    const unwindOn = ['2026-11-27', '2026-11-30'];
    const skipped = { on: '2026-12-01', event: event.id };
    /** The desk's order, or another, with the event in what its server remembers. */
    const openInEvent = async (order: StepOrder): Promise<void> => {
      await open(order);
      await desk.ledger.changeOrders(SERVER, undefined, ({ memory }) => ({
        ...(memory && { write: { memory: { ...memory, event, unwindOn } } }),
        result: undefined,
      }));
    };

    it('remembers the session and the event of a skipped up-step, whose budget stays spent', async () => {
      await openInEvent(OPEN);
      await skip();
      expect(await desk.ledger.memory(SERVER)).toMatchObject({
        programme: { ratio: 0.6, upUsed: 0.1, skipped },
        unwindOn,
      });
    });

    it('keeps the budget spent though a steward moves the multiplier up and back to base', async () => {
      await openInEvent(OPEN);
      await skip();
      const deps = { ...desk.deps, ...noOrders };
      for (const ratio of [0.7, 0.6]) {
        await setRatio(deps, SERVER, STEWARD, { ratio, why: 'desk call', isFilled: true });
      }
      expect((await desk.ledger.memory(SERVER))?.programme).toMatchObject({
        ratio: 0.6,
        upUsed: 0.1,
        skipped,
      });
    });

    it('counts the closes of an unwind anew after a skipped down-step, and rests for none', async () => {
      await openInEvent({ ...OPEN, side: 'sell', from: 0.75, to: 0.7, plans: [] });
      await skip();
      const memory = await desk.ledger.memory(SERVER);
      expect(memory).toMatchObject({ unwindOn: [], event: { id: event.id } });
      expect(memory?.programme).not.toHaveProperty('skipped');
    });
  });
});

function raise(message: string): never {
  throw new Error(message);
}

describe('takeOrder', () => {
  it('names whoever pressed first to everybody after', async () => {
    await open(OPEN);
    const take = (by: string) => takeOrder(desk.deps, { server: SERVER, by, order: 'O1' });
    expect(await take('ann')).toMatchObject({ takenBy: { by: 'ann', at: NOON } });
    expect(await take('ben')).toMatchObject({ takenBy: { by: 'ann' } });
  });
});

describe('showOrders', () => {
  it('tells what a fill cost beside the middle and the model of the opening', async () => {
    await open(OPEN);
    await fill(BUY);
    const { orders } = await showOrders(desk.deps, SERVER);
    expect(orders[0]?.slippage[0]?.mid).toBeCloseTo(0.05, 9);
    expect(orders[0]?.slippage[0]?.theoretical).toBeCloseTo(0.1, 9);
  });
});

describe('reopenOrder', () => {
  const LAPSED = { ...OPEN, end: { how: 'expired', at: Date.UTC(2026, 11, 1, 14) } } as const;
  const reopen = (order = 'O1') =>
    reopenOrder(
      { ...desk.deps, ledger: desk.ledger },
      { server: SERVER, by: STEWARD, interaction: 'r1', order },
    );
  const closeWith = (standDown: Decision['standDown']) => {
    const decision = aDecision({ standDown });
    return desk.ledger.record({ recorded: { ...recordedOf(decision), server: SERVER }, deliveries: [] });
  };

  it('opens the rest of the latest order for five sessions more, with its unit', async () => {
    await open(LAPSED);
    expect((await showOrders(desk.deps, SERVER)).report.lapsed?.id).toBe('O1');
    const answer = await reopen();
    expect(answer).toMatchObject({ kind: 'reopened', report: { owed: { tickets: [{ quantity: 2 }] } } });
    expect('order' in answer && typeof answer.order === 'object' && answer.order.validUntil).toBe(
      Date.UTC(2026, 11, 7, 21),
    );
    expect(await reopen()).toMatchObject({ kind: 'reopened' });
  });

  it('is refused while the late gate holds, and for what has not lapsed', async () => {
    await open(LAPSED);
    await closeWith(['vix-level']);
    expect(await reopen()).toMatchObject({ kind: 'late-gate' });
    expect(await reopen('O5')).toEqual({ kind: 'unknown-order', order: 'O5' });
    await open(OPEN);
    expect(await reopen()).toMatchObject({ kind: 'not-lapsed' });
  });
});
