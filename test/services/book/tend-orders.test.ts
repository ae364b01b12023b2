import { describe, expect, it } from 'vitest';
import type { Decision } from '#domain/signal/decision.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import { tendOrders } from '#services/book/tend-orders.ts';
import { OPEN, openOrderDesk, SERVER } from '#test/support/book/order-desk.ts';

const CLOSE = { kind: 'official', session: '2026-12-01' } as const;

/** How an order ends that is looked at in a decision. */
async function endOf(
  order: StepOrder,
  decision: Partial<Pick<Decision, 'evaluation' | 'standDown' | 'asOf'>> = {},
  settings: Parameters<typeof openOrderDesk>[1] = {},
): Promise<StepOrder['end']> {
  const { deps, ledger } = await openOrderDesk(order, settings);
  const asOf = Date.UTC(2026, 11, 1, 21, 15);
  await tendOrders(deps, SERVER, { evaluation: CLOSE, standDown: [], asOf, ...decision });
  return (await ledger.orderRecord(SERVER)).orders[0]?.end;
}

describe('tendOrders', () => {
  it('leaves an order open up to the close of its fifth session, and lets it expire then', async () => {
    const asOf = Date.UTC(2026, 11, 4, 21, 15);
    expect(await endOf(OPEN, { asOf })).toBeUndefined();
    const last = Date.UTC(2026, 11, 7, 21);
    expect(await endOf(OPEN, { asOf: last + 1 })).toEqual({ how: 'expired', at: last });
  });

  it('cancels an order that buys at a close with the late gate, and none that sells', async () => {
    const late = { standDown: ['vix-level'] } as const;
    expect(await endOf(OPEN, late)).toMatchObject({ how: 'cancelled', why: 'late-gate' });
    expect(await endOf({ ...OPEN, side: 'sell' }, late)).toBeUndefined();
    expect(await endOf(OPEN, { standDown: ['fomc'] })).toBeUndefined();
    const check = { kind: 'check', session: '2026-12-01', time: '09:45' } as const;
    expect(await endOf(OPEN, { ...late, evaluation: check })).toBeUndefined();
  });

  it('cancels an order that measures the other meaning of the multiplier', async () => {
    const end = await endOf(OPEN, {}, { 'ratio.meaning': 'absolute' });
    expect(end).toMatchObject({ how: 'cancelled', why: 'meaning-switched' });
  });

  it('tells what is owed', async () => {
    const { deps } = await openOrderDesk(OPEN);
    const decision = { evaluation: CLOSE, standDown: [], asOf: 0 } as const;
    expect(await tendOrders(deps, SERVER, decision)).toMatchObject({
      asked: 0.7,
      filled: 0.6,
      owed: { tickets: [{ quantity: 2, strike: 22 }] },
    });
  });
});
