import { describe, expect, it } from 'vitest';
import { addHedge } from '#services/book/add-lots.ts';
import { closeLot, editLot, removeLot } from '#services/book/alter-lots.ts';
import { undoChange } from '#services/book/undo-change.ts';
import { STEWARD } from '#test/support/book/lots.ts';
import { BUY, OPEN, openOrderDesk, type OrderDesk, SERVER } from '#test/support/book/order-desk.ts';

const OWNER = { server: SERVER };

const depsOf = ({ parts, ledger }: OrderDesk) => ({ ...parts, ledger });
const undo = (desk: OrderDesk, interaction = 'u1') =>
  undoChange(depsOf(desk), { owner: OWNER, by: STEWARD, interaction });
const held = async (desk: OrderDesk) => (await desk.ledger.openLots(OWNER)).open.map(({ lot }) => lot.id);

describe('undoChange', () => {
  it('takes back a fill with its lot, its share and the end of its order, in one write', async () => {
    const desk = await openOrderDesk(OPEN);
    await desk.fill('BTO 2 VIX 1/20/2027 22C @1.90');
    expect(await desk.filled()).toBe(0.68);
    const answer = await undo(desk);
    expect(answer).toMatchObject({
      kind: 'undone',
      events: [{ kind: 'added', reason: 'step' }],
      fills: [{ each: 0.04 }],
      order: { id: 'O1', fills: [] },
      report: { filled: 0.6, owed: { tickets: [{ quantity: 2 }] } },
    });
    expect(await held(desk)).toEqual(['C1', 'H1']);
    expect((await desk.ledger.orderRecord(SERVER)).orders[0]).not.toHaveProperty('end');
  });

  it('counts a double click once, and goes further back when asked anew', async () => {
    const desk = await openOrderDesk(OPEN);
    await desk.fill(BUY);
    await desk.fill(BUY, { isConfirmed: true });
    await undo(desk, 'pressed');
    expect(await undo(desk, 'pressed')).toMatchObject({ kind: 'undone', events: [], fills: [] });
    expect(await desk.filled()).toBe(0.64);
    await undo(desk, 'again');
    expect(await desk.filled()).toBe(0.6);
  });

  it('makes a changed, a closed and a removed lot what they were, a part of one too', async () => {
    const desk = await openOrderDesk(undefined);
    const before = (await desk.ledger.openLots(OWNER)).open.map(({ lot }) => lot);
    const lots = async () => (await desk.ledger.openLots(OWNER)).open.map(({ lot }) => lot);
    const acts = [
      () => editLot(depsOf(desk), OWNER, STEWARD, { id: 'H1', quantity: 3 }),
      () => closeLot(depsOf(desk), OWNER, STEWARD, { id: 'H1', quantity: 2, price: 1 }),
      () => closeLot(depsOf(desk), OWNER, STEWARD, { id: 'H1' }),
      () => removeLot(depsOf(desk), OWNER, STEWARD, { id: 'H1' }),
    ];
    for (const [place, act] of acts.entries()) {
      await act();
      expect(await lots()).not.toEqual(before);
      expect(await undo(desk, `u${place}`)).toMatchObject({ kind: 'undone' });
      expect(await lots()).toEqual(before);
    }
  });

  it('says what it cannot take back: what a later order began from, and where a second steward is wanted', async () => {
    const desk = await openOrderDesk(OPEN);
    await desk.fill(BUY);
    await desk.ledger.changeOrders(SERVER, undefined, () => ({
      write: { orders: [{ ...OPEN, id: 'O2' }] },
      result: undefined,
    }));
    expect(await undo(desk)).toMatchObject({
      kind: 'refused',
      refusal: { kind: 'order-followed', order: 'O1', successor: 'O2' },
    });
    expect(await desk.filled()).toBe(0.64);
    desk.set({ 'book.approvals': 1 });
    expect(await undo(desk)).toMatchObject({ refusal: { kind: 'needs-approval' } });
  });

  it('takes back nothing of a book that nobody has changed, and a member’s own alone', async () => {
    const desk = await openOrderDesk(undefined);
    const owner = { server: SERVER, member: STEWARD };
    const mine = (interaction: string) => undoChange(depsOf(desk), { owner, by: STEWARD, interaction });
    expect(await mine('m1')).toMatchObject({ kind: 'refused', refusal: { kind: 'nothing' } });
    const draft = { instrument: 'VXX', quantity: 5 } as const;
    await addHedge(depsOf(desk), owner, STEWARD, draft);
    expect(await mine('m2')).toMatchObject({ kind: 'undone', events: [{ kind: 'added' }] });
    expect((await desk.ledger.openLots(owner)).open).toEqual([]);
    expect((await desk.ledger.openLots(OWNER)).open).toHaveLength(2);
  });
});

describe('closeLot', () => {
  it('tells what it has realised against cost, and says nothing where a price is not known', async () => {
    const desk = await openOrderDesk(undefined);
    const owner = { server: SERVER, member: STEWARD };
    await addHedge(depsOf(desk), owner, STEWARD, { instrument: 'VXX', quantity: 5, cost: 40 });
    await addHedge(depsOf(desk), owner, STEWARD, { instrument: 'VXX', quantity: 5 });
    expect(await closeLot(depsOf(desk), owner, STEWARD, { id: 'H1', price: 44 })).toMatchObject({
      profits: [{ lotId: 'H1', quantity: 5, dollars: 20 }],
    });
    const unknown = await closeLot(depsOf(desk), owner, STEWARD, { id: 'H2', price: 44 });
    expect(unknown).toHaveProperty('profits', [{ lotId: 'H2', quantity: 5 }]);
  });
});
