import { describe, expect, it } from 'vitest';
import { InvalidRatio } from '#domain/hedge/hedge-problem.ts';
import { orderId } from '#domain/hedge/order-id.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { NOON } from '#test/support/book/lots.ts';
import { openHedgeDesk, SERVER, STEWARD } from '#test/support/book/hedge-desk.ts';

const signal = new AbortController().signal;

describe('setRatio', () => {
  it('moves the programme of a server that keeps no lots and was never evaluated', async () => {
    const { exposure, ledger } = await openHedgeDesk(false);
    const { override } = await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.7, why: ' desk call ' });
    expect(override).toEqual({ from: 0.6, to: 0.7, by: STEWARD, at: NOON, why: 'desk call' });
    expect((await ledger.memory(SERVER.server))?.programme).toEqual({
      ratio: 0.7,
      upUsed: 0,
      byHand: override,
    });
    expect((await exposure.exposureHistory(SERVER.server, signal)).overrides).toEqual([override]);
  });

  it('counts as no step: cooldowns stay, and what an event has used ends at base alone', async () => {
    const { exposure, ledger } = await openHedgeDesk(false);
    const memory = initialMemory({ 'ratio.base': 0.6 });
    const programme = { ratio: 0.8, upUsed: 0.2, lastUpStep: '2026-11-30' };
    await ledger.changeOrders(SERVER.server, undefined, () => ({
      write: { memory: { ...memory, programme } },
      result: undefined,
    }));
    await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.7, why: 'less' });
    expect((await ledger.memory(SERVER.server))?.programme).toMatchObject({
      ratio: 0.7,
      upUsed: 0.2,
      lastUpStep: '2026-11-30',
    });
    await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.6, why: 'base' });
    expect((await ledger.memory(SERVER.server))?.programme).toMatchObject({ ratio: 0.6, upUsed: 0 });
  });

  it('opens the order that leads there, in place of the one that was open', async () => {
    const { exposure, ledger } = await openHedgeDesk(true);
    const up = await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.85, why: 'a desk decision' });
    expect(up.opening).toMatchObject({ kind: 'opens', order: { side: 'buy', from: 0.6, to: 0.85 } });
    await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.9, why: 'more' });
    const { orders } = await ledger.orderRecord(SERVER.server);
    expect(orders.map(({ id, end }) => [id, end?.how])).toEqual([
      [orderId(SERVER.server, 2), undefined],
      [orderId(SERVER.server, 1), 'cancelled'],
    ]);
    // Nothing was bought: back at base there is nothing to sell.
    const back = await exposure.setRatio(SERVER.server, STEWARD, { ratio: 0.6, why: 'back' });
    expect(back.opening).toMatchObject({ kind: 'none', reason: 'already-there', filled: 0.6 });
  });

  it('counts a double click once', async () => {
    const { exposure, ledger } = await openHedgeDesk(true);
    const wish = { ratio: 0.85, why: 'a desk decision', interaction: 'pressed' };
    const first = await exposure.setRatio(SERVER.server, STEWARD, wish);
    const again = await exposure.setRatio(SERVER.server, STEWARD, wish);
    expect(again.override).toEqual(first.override);
    expect((await ledger.orderRecord(SERVER.server)).orders).toMatchObject([{ side: 'buy' }]);
    expect(await ledger.ratioOverrides(SERVER.server, 5)).toHaveLength(1);
  });

  it('counts as filled where the steward says that the book has followed', async () => {
    const { exposure } = await openHedgeDesk(true);
    const wish = { ratio: 0.7, why: 'bought by phone', isFilled: true };
    expect((await exposure.setRatio(SERVER.server, STEWARD, wish)).opening).toBeUndefined();
    const { report } = await exposure.showOrders(SERVER.server);
    expect(report).toEqual({ meaning: 'multiplier', asked: 0.7, filled: 0.7 });
  });

  it('refuses more than the hard cap, what is so already, and no reason; nothing is written', async () => {
    const { exposure, ledger } = await openHedgeDesk(false);
    const set = (ratio: number, why = 'why not') => exposure.setRatio(SERVER.server, STEWARD, { ratio, why });
    await expect(set(0.96)).rejects.toEqual(new InvalidRatio('above-hard-cap', 0.96, 0.95));
    await expect(set(0.6)).rejects.toEqual(new InvalidRatio('same', 0.6, 0.6));
    await expect(set(0)).rejects.toEqual(new InvalidRatio('not-positive', 0, 0.01));
    await expect(set(0.7, '  ')).rejects.toEqual(new InvalidRatio('no-reason', 0.7, 0.7));
    expect(await ledger.memory(SERVER.server)).toBeUndefined();
    expect(await ledger.ratioOverrides(SERVER.server, 5)).toEqual([]);
  });
});
