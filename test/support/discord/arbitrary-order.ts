import fc from 'fast-check';
import type { OwedReport } from '#domain/hedge/order-report.ts';
import type { OrderOpening, OrderTicket } from '#domain/hedge/step-order.ts';
import { en } from '#discord/texts/en.ts';
import { keys, number } from './arbitrary-decision.ts';
import { A_DRAFT, AN_ORDER } from './sample-order.ts';

const anyTicket: fc.Arbitrary<OrderTicket> = fc.record(
  {
    side: fc.constantFrom('buy', 'sell'),
    quantity: fc.integer({ min: 1, max: 99_999 }),
    layer: fc.constantFrom('short', 'medium', 'long'),
    right: fc.constant('call'),
    strike: fc.double({ min: 1, max: 500, noNaN: true }).map((strike) => Math.round(strike * 2) / 2),
    expiry: fc.constantFrom('2014-10-22', '2026-12-16'),
    each: number,
    touch: number,
    theoretical: number,
  },
  { requiredKeys: ['side', 'quantity', 'layer', 'right', 'strike', 'expiry', 'each'] },
);

/** A step that is still to be traded, of any number of contracts. */
export const anyOwed: fc.Arbitrary<OwedReport> = fc.record({
  asked: number,
  filled: number,
  order: fc.constant(AN_ORDER),
  tickets: fc.array(anyTicket, { maxLength: 9 }),
});

/** What a step becomes, whatever it is. */
export const anyOpening: fc.Arbitrary<OrderOpening> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('none'),
      reason: keys(en.hedge.orders.noOrder),
      filled: number,
      oneWouldReach: number,
    },
    { requiredKeys: ['kind', 'reason'] },
  ),
  fc
    .record({
      reason: fc.constantFrom('step', 'base'),
      tickets: fc.array(anyTicket, { maxLength: 9 }),
      reaches: number,
    })
    .map(({ reason: why, tickets, reaches }): OrderOpening => ({
      kind: 'opens',
      order: { ...A_DRAFT, reason: why, plans: [{ style: 'delta', tickets, reaches }] },
    })),
);
