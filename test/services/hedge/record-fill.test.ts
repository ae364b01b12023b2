import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import { orderId } from '#domain/hedge/order-id.ts';
import { showOrders } from '#services/hedge/show-orders.ts';
import { aCondor, addedEvent, SECOND_STEWARD } from '#test/support/book/lots.ts';
import { BUY, LINE, OPEN, openOrderDesk, type OrderDesk, SERVER } from '#test/support/book/order-desk.ts';

let desk: OrderDesk;
const open = async (...parts: Parameters<typeof openOrderDesk>): Promise<void> => {
  desk = await openOrderDesk(...parts);
};
const fill: OrderDesk['fill'] = (...parts) => desk.fill(...parts);
const filled = () => desk.filled();

describe('recordFill', () => {
  beforeEach(() => open(OPEN));

  it('books what was bought with its share, and is done when no contract comes nearer', async () => {
    const first = await fill(BUY);
    expect(first).toMatchObject({
      kind: 'recorded',
      report: { asked: 0.7, filled: 0.64, owed: { tickets: [{ quantity: 1 }] } },
      events: [{ kind: 'added', reason: 'step' }],
    });
    const second = await fill(BUY, { isConfirmed: true });
    expect(second).toMatchObject({
      kind: 'recorded',
      order: { end: { how: 'done' } },
      report: { filled: 0.68 },
    });
    const { open: lots } = await desk.ledger.openLots({ server: SERVER });
    expect(lots.map(({ lot }) => lot.kind === 'hedge' && lot.step?.each)).toEqual([
      false,
      undefined,
      0.04,
      0.04,
    ]);
  });

  it('refuses an order of another server, though both have a first one', async () => {
    const other = '1290000000000000002';
    const theirs = { ...OPEN, id: orderId(other, 1) };
    await open({ ...OPEN, id: orderId(SERVER, 1) });
    await desk.ledger.changeOrders(other, undefined, () => ({
      write: { orders: [theirs] },
      result: undefined,
    }));
    expect(await fill(BUY, { order: theirs.id })).toEqual({
      kind: 'refused',
      faults: [{ kind: 'unknown-order', order: theirs.id }],
    });
    expect(await filled()).toBe(0.6);
    expect(await fill(BUY, { order: orderId(SERVER, 1) })).toMatchObject({ kind: 'recorded' });
  });

  it('counts a double click and a restart between once', async () => {
    await fill(BUY, { interaction: 'pressed' });
    const again = await fill(BUY, { interaction: 'pressed', isConfirmed: true });
    expect(again).toMatchObject({ kind: 'recorded', isRepeated: true, events: [] });
    expect(await filled()).toBe(0.64);
  });

  it.each([
    ['more than is owed', 'BTO 3 VIX 1/20/2027 22C @1.90', 'more-than-owed', 0.72],
    ['another strike', 'BTO 1 VIX 2/17/2027 24C @1.50', 'other-contract', 0.63],
    ['shares', 'BTO 100 VXX @45.10', 'other-instrument', 0.7],
  ])('asks once about %s, then counts it by its own exposure', async (_, text, kind, reaches) => {
    expect(await fill(text)).toMatchObject({ kind: 'asked', questions: [{ kind }] });
    expect(await filled()).toBe(0.6);
    await fill(text, { isConfirmed: true });
    expect(await filled()).toBeCloseTo(reaches, 9);
  });

  it('asks about the same ticket within ten minutes', async () => {
    await fill(BUY);
    expect(await fill(BUY)).toMatchObject({ kind: 'asked', questions: [{ kind: 'same-ticket' }] });
  });

  it.each([
    ['a day to come', BUY, { tradedOn: '2026-12-02' }, 'in-future'],
    ['a day before the order', BUY, { tradedOn: '2026-11-27' }, 'before-order'],
    ['no day', BUY, { tradedOn: 'tomorrow' }, 'trading-day'],
    ['a sale', 'STC 1 VIX 1/20/2027 22C @1.90', {}, 'wrong-direction'],
    ['an expiry that is not listed', 'BTO 1 VIX 1/22/2027 22C @1.90', {}, 'no-share'],
    ['a put', 'BTO 1 VIX 1/20/2027 22P @1.90', {}, 'no-share'],
    ["another server's order", BUY, { order: 'O9' }, 'unknown-order'],
  ])('refuses %s, and writes nothing', async (_, text, more, kind) => {
    expect(await fill(text, { isConfirmed: true, ...more })).toMatchObject({
      kind: 'refused',
      faults: [{ kind }],
    });
    expect((await desk.ledger.openLots({ server: SERVER })).open).toHaveLength(2);
  });

  it.each([
    ['BTO 1 VIX 1/20/2027 22C @-1', 'price'],
    ['BTO 1 SPX 1/20/2027 5000C @1', 'instrument'],
    ['twenty calls', 'side'],
  ])('quotes back %s', async (text, part) => {
    expect(await fill(text)).toMatchObject({ kind: 'unreadable', faults: [{ part }] });
  });

  it('sells the step contracts of a down-order and takes their shares away, base contracts last', async () => {
    await fill('BTO 2 VIX 1/20/2027 22C @1.90');
    const sale = { ...LINE, side: 'sell', quantity: 2, each: 0.04, lotId: 'H2' } as const;
    const down: StepOrder = {
      ...OPEN,
      id: 'O2',
      side: 'sell',
      from: 0.68,
      to: 0.6,
      plans: [{ style: 'held', tickets: [sale], reaches: 0.6 }],
    };
    await desk.ledger.changeOrders(SERVER, undefined, () => ({
      write: { orders: [down] },
      result: undefined,
    }));
    expect(await fill('STC 2 VIX 1/20/2027 22C @2.40')).toMatchObject({
      kind: 'recorded',
      order: { id: 'O2', end: { how: 'done' } },
      report: { filled: 0.6 },
    });
    const { open: lots } = await desk.ledger.openLots({ server: SERVER });
    expect(lots.map(({ lot }) => [lot.id, lot.quantity])).toEqual([
      ['C1', 10],
      ['H1', 8],
    ]);
  });

  it('waits for a second steward, and counts for nothing until then', async () => {
    desk.set({ 'book.approvals': 1 });
    expect(await fill(BUY)).toMatchObject({ kind: 'proposed', proposal: { fill: { order: 'O1' } } });
    expect(await filled()).toBe(0.6);
    await desk.services.approveProposal(SERVER, SECOND_STEWARD, 'P1');
    expect(await filled()).toBe(0.64);
    const { orders } = await showOrders(desk.deps, SERVER);
    expect(orders[0]?.order.fills).toMatchObject([{ id: 'i1', each: 0.04 }]);
  });

  it('opens the step once its base size is filled, from base and with the unit of the opening', async () => {
    await open({
      ...OPEN,
      reason: 'base',
      to: 0.6,
      scale: { kind: 'contracts', held: 2 },
      plans: [{ style: 'delta', tickets: [{ ...LINE, quantity: 2, each: 0 }], reaches: 0.6 }],
      next: { ...OPEN },
    });
    await fill('BTO 2 VIX 1/20/2027 22C @1.90');
    const { orders, report } = await showOrders(desk.deps, SERVER);
    expect(orders.map(({ order }) => [order.id, order.reason, order.end?.how])).toEqual([
      [orderId(SERVER, 2), 'step', undefined],
      ['O1', 'base', 'done'],
    ]);
    expect(report).toMatchObject({ asked: 0.7, filled: 0.6, owed: { tickets: [{ quantity: 2 }] } });
  });

  it('gives the same multiplier for any split and sequence of the same fills', async () => {
    const shares = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 });
    await fc.assert(
      fc.asyncProperty(shares, async (split) => {
        await open(OPEN);
        for (const quantity of split) {
          await fill(`BTO ${quantity} VIX 1/20/2027 22C @1.90`, { isConfirmed: true });
        }
        const all = split.reduce((sum, quantity) => sum + quantity, 0);
        expect(await filled()).toBeCloseTo(0.6 + 0.04 * all, 9);
      }),
      { numRuns: 12 },
    );
  });
});

describe('recordFill under the absolute meaning', () => {
  it('counts from H what is traded, and gives no contract a share', async () => {
    await open({ ...OPEN, from: 0.55, meaning: 'absolute' }, { 'ratio.meaning': 'absolute' });
    expect(await fill(BUY)).toMatchObject({
      kind: 'recorded',
      report: { meaning: 'absolute', filled: 0.59, owed: { tickets: [{ quantity: 1 }] } },
    });
    const { open: lots } = await desk.ledger.openLots({ server: SERVER });
    expect(lots).toHaveLength(3);
    expect(lots.filter(({ lot }) => 'step' in lot)).toEqual([]);
  });
});

describe('recordFill of a server that only counts', () => {
  it('takes percent of the step, and nothing else', async () => {
    await open(undefined, { 'book.condors': 10, 'book.hedge': [4, 4, 2] });
    const { open: lots } = await desk.ledger.openLots({ server: SERVER });
    await desk.ledger.changeOrders(SERVER, undefined, ({ book }) => ({
      write: {
        book: {
          lots: lots.map(({ lot }) => ({ lot, revision: 2, end: { how: 'removed' } })),
          events: [addedEvent(aCondor(), { revision: book.revision + 1 })],
          proposals: [],
        },
        orders: [{ ...OPEN, plans: [] }],
      },
      result: undefined,
    }));
    expect(await fill(BUY)).toMatchObject({ kind: 'refused', faults: [{ kind: 'not-percent', text: BUY }] });
    expect(await fill('50 %')).toMatchObject({ kind: 'recorded', report: { filled: 0.65 } });
    expect(await fill('50%')).toMatchObject({ report: { filled: 0.7 }, order: { end: { how: 'done' } } });
  });
});
