import { describe, expect, it } from 'vitest';
import type { OrderDraft, OrderFill, OrderTicket } from '#domain/hedge/step-order.ts';
import { draftSince, fillsSince } from '#engine/plan/draft-since.ts';
import { shareOfContract } from '#engine/plan/filled-multiplier.ts';
import { anOrder } from '#test/support/book/orders.ts';

const CALL = { right: 'call', layer: 'short', strike: 16, expiry: '2014-10-22', unit: 21.01 } as const;

const fill = (quantity: number, each: number, at = 5): OrderFill => ({
  id: 'i1',
  ticket: { instrument: 'VIX', side: 'buy', right: 'call', strike: 16, expiry: '2014-10-22', quantity },
  tradedOn: '2014-09-24',
  each,
  by: 'ann',
  at,
});

const draft = (more: Partial<OrderDraft> = {}): OrderDraft => {
  const { id: _, openedAt: __, fills: ___, ...order } = anOrder();
  const tickets: readonly OrderTicket[] = [{ ...CALL, side: 'buy', quantity: 3, each: 0.08 }];
  const calls = [{ ...CALL, weight: 4 }];
  return { ...order, to: 0.85, plans: [{ style: 'delta', tickets, calls, reaches: 0.84 }], ...more };
};

describe('fillsSince', () => {
  it('takes what was told after the decision, of whichever order', () => {
    const orders = [anOrder({ id: 'O2', fills: [fill(1, 0.08, 9)] }), anOrder({ fills: [fill(1, 0.08, 5)] })];
    expect(fillsSince(orders, 5).map(({ at }) => at)).toEqual([9]);
  });
});

describe('draftSince', () => {
  it('opens as it was decided where nothing was traded meanwhile', () => {
    const decided = draft();
    expect(draftSince(decided, [])).toBe(decided);
  });

  it('begins where the book stands, and buys that much less by the same share', () => {
    const now = draftSince(draft(), [fill(1, 0.08)]);
    expect(now).toMatchObject({ from: 0.68, plans: [{ tickets: [{ quantity: 2 }], reaches: 0.84 }] });
    const before = draft();
    expect(now && shareOfContract(now, 21.01)).toBeCloseTo(shareOfContract(before, 21.01) ?? 0, 12);
  });

  it('opens nothing where the book has arrived, or nothing comes nearer', () => {
    expect(draftSince(draft(), [fill(4, 0.08)])).toBeUndefined();
    expect(draftSince(draft(), [fill(3, 0.08)])).toBeUndefined();
  });

  it('sells what was bought meanwhile with the rest', () => {
    const held: OrderTicket = { ...CALL, side: 'sell', quantity: 1, each: 0.08, lotId: 'H4' };
    const down = draft({
      side: 'sell',
      from: 0.68,
      to: 0.6,
      plans: [{ style: 'held', tickets: [held], reaches: 0.6 }],
    });
    expect(draftSince(down, [fill(1, 0.08)])).toMatchObject({
      from: 0.76,
      plans: [
        {
          tickets: [
            { lotId: 'H4', quantity: 1 },
            { quantity: 1, strike: 16 },
          ],
          reaches: 0.6,
        },
      ],
    });
  });

  it('leaves a base size as it is, and moves the step that waits for it', () => {
    const { next: _, ...step } = draft();
    const base = draft({ reason: 'base', from: 0.6, to: 0.6, next: step });
    expect(draftSince(base, [fill(1, 0.08)])).toMatchObject({
      reason: 'base',
      from: 0.6,
      next: { from: 0.68 },
    });
    expect(draftSince(base, [fill(4, 0.08)])?.next).toBeUndefined();
  });
});
