import { describe, expect, it } from 'vitest';
import type { OrderTicket } from '#domain/hedge/step-order.ts';
import { orderEffect } from '#engine/plan/order-effect.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { listedVixCalls, workedSources } from '#test/support/book/worked-book.ts';

const marks = { sources: workedSources(listedVixCalls()), geometry: volGeometry() };

const TICKET: OrderTicket = {
  side: 'buy',
  quantity: 3,
  layer: 'short',
  right: 'call',
  strike: 25,
  expiry: '2026-02-04',
  each: 0.01,
  touch: 110,
  mid: 105,
  theoretical: 100,
};

describe('orderEffect', () => {
  it('costs three times the middle of one, and decays', () => {
    const { mid, theta } = orderEffect(marks, [TICKET]);
    expect(mid).toBe(315);
    expect(theta).toBeLessThan(0);
  });

  it('has no middle where one of the contracts has none, and never 0', () => {
    const { mid: _mid, ...unquoted } = TICKET;
    expect(orderEffect(marks, [TICKET, unquoted]).mid).toBeUndefined();
  });

  it('has no decay where a contract has no value', () => {
    expect(orderEffect(marks, [{ ...TICKET, expiry: '2031-01-15' }]).theta).toBeUndefined();
  });

  it('brings money and gives back decay where contracts are sold', () => {
    const bought = orderEffect(marks, [TICKET]);
    const sold = orderEffect(marks, [{ ...TICKET, side: 'sell', lotId: 'H-short' }]);
    expect(sold.mid).toBe(-315);
    expect((sold.theta ?? 0) + (bought.theta ?? 0)).toBeCloseTo(0, 12);
  });
});
