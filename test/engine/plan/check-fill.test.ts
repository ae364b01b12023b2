import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '#domain/book/ticket.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import { checkFill, type FillCase } from '#engine/plan/check-fill.ts';

const NOW = Date.UTC(2014, 8, 24, 14);
const call = { instrument: 'VIX', right: 'call', strike: 16, expiry: '2014-10-22' } as const;
const buy = (quantity: number, other: { readonly strike?: number } = {}): Ticket => ({
  side: 'buy',
  quantity,
  ...call,
  ...other,
  price: 1.34,
});

const order = (fills: readonly OrderFill[] = []): StepOrder => ({
  id: 'O1',
  reason: 'step',
  side: 'buy',
  from: 0.6,
  to: 0.8,
  session: '2014-09-23',
  openedAt: Date.UTC(2014, 8, 23, 20, 15),
  validUntil: Date.UTC(2014, 8, 30, 20),
  scale: { kind: 'exposure', total: 150 },
  plans: [
    {
      style: 'delta',
      tickets: [{ side: 'buy', quantity: 2, layer: 'short', each: 0.08, ...call }],
      reaches: 0.76,
      oneMoreReaches: 0.84,
    },
  ],
  fills,
  window: { session: '2014-09-24', from: 0, until: 1, after: 'opening' },
  meaning: 'multiplier',
  units: { calls: [], futures: [], shares: [] },
});

const check = (tickets: readonly Ticket[], more: Partial<FillCase> = {}) =>
  checkFill({
    order: order(),
    tickets,
    tradedOn: '2014-09-24',
    openedOn: '2014-09-23',
    today: '2014-09-24',
    now: NOW,
    unitOf: () => 12.5,
    ...more,
  });

const filled = (quantity: number, minutesAgo: number): OrderFill => ({
  id: 'i1',
  ticket: buy(quantity),
  tradedOn: '2014-09-24',
  each: 0.08,
  by: 'u1',
  at: NOW - minutesAgo * 60_000,
});

describe('checkFill', () => {
  it("counts the order's own contract by the order's unit, without a question", () => {
    expect(check([buy(2)])).toMatchObject({
      kind: 'counted',
      questions: [],
      tickets: [{ each: 0.08, match: { strike: 16 } }],
    });
  });

  it('asks once about another strike, and counts it by its own exposure: q₀·u/E₀', () => {
    const other = check([buy(1, { strike: 17 })]);
    expect(other).toMatchObject({ questions: [{ kind: 'other-contract' }], tickets: [{ each: 0.05 }] });
  });

  it.each<readonly [Ticket]>([
    [{ side: 'buy', quantity: 1, instrument: 'VX', expiry: '2014-10-22', price: 15.4 }],
    [{ side: 'buy', quantity: 100, instrument: 'UVXY', price: 31 }],
  ])('asks once about a future or shares: %o', (ticket) => {
    expect(check([ticket])).toMatchObject({ questions: [{ kind: 'other-instrument' }] });
  });

  it('asks about more than is owed, earlier fills and earlier lines taken off', () => {
    expect(check([buy(3)])).toMatchObject({ questions: [{ kind: 'more-than-owed', owed: 2 }] });
    const after = check([buy(2)], { order: order([filled(1, 60)]) });
    expect(after).toMatchObject({ questions: [{ kind: 'more-than-owed', owed: 1 }] });
    expect(check([buy(2), buy(1)])).toMatchObject({ questions: [{ kind: 'more-than-owed', owed: 0 }] });
  });

  it('asks about the same ticket again within ten minutes, and not after', () => {
    const again = check([buy(1)], { order: order([filled(1, 9)]) });
    expect(again).toMatchObject({ questions: [{ kind: 'same-ticket' }] });
    expect(check([buy(1)], { order: order([filled(1, 10)]) })).toMatchObject({ questions: [] });
  });

  it('refuses the other direction, a day before the order and a day that has not come', () => {
    expect(check([{ ...buy(1), side: 'sell' }])).toMatchObject({
      kind: 'refused',
      faults: [{ kind: 'wrong-direction', takes: 'buy' }],
    });
    expect(check([buy(1)], { tradedOn: '2014-09-22' })).toMatchObject({ faults: [{ kind: 'before-order' }] });
    expect(check([buy(1)], { tradedOn: '2014-09-25' })).toMatchObject({ faults: [{ kind: 'in-future' }] });
  });

  it('refuses what cannot be counted rather than counting it for nothing', () => {
    const blind = check([buy(1, { strike: 17 })], { unitOf: () => undefined });
    expect(blind).toMatchObject({ kind: 'refused', faults: [{ kind: 'no-share' }] });
  });

  it('says of an order that has ended that it has', () => {
    const ended = { ...order(), end: { how: 'expired', at: NOW } } as const;
    expect(check([buy(1)], { order: ended })).toMatchObject({
      questions: [{ kind: 'after-end', order: 'O1' }],
    });
  });

  it('gives the same multiplier however a fill is split', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 8 }), (parts) => {
        const sum = (tickets: readonly Ticket[]): number => {
          const found = check(tickets);
          return found.kind === 'refused'
            ? Number.NaN
            : found.tickets.reduce((all, { ticket, each }) => all + ticket.quantity * each, 0);
        };
        const whole = parts.reduce((all, part) => all + part, 0);
        expect(sum(parts.map((part) => buy(part)))).toBeCloseTo(sum([buy(whole)]), 9);
      }),
    );
  });
});
