import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ticket } from '#domain/book/ticket.ts';
import { readTickets } from '#engine/ticket/read-tickets.ts';
import { postedOrder, postedTicket } from '#discord/views/hedge/posted-ticket.ts';
import { A_TICKET } from '#test/support/discord/sample-order.ts';

const TODAY = '2014-09-24';
const side = fc.constantFrom('buy', 'sell');
const quantity = fc.integer({ min: 1, max: 50_000 });
const expiry = fc.constantFrom('2014-10-22', '2015-01-21');
const price = fc.integer({ min: 1, max: 20_000 }).map((cents) => cents / 100);

const anyTicket: fc.Arbitrary<Ticket> = fc.oneof(
  fc.record({
    instrument: fc.constant('VIX'),
    side,
    quantity,
    expiry,
    right: fc.constantFrom('call', 'put'),
    strike: fc.integer({ min: 20, max: 400 }).map((halves) => halves / 2),
    price,
  }),
  fc.record({ instrument: fc.constantFrom('VX', 'VXM'), side, quantity, expiry, price }),
  fc.record({ instrument: fc.constantFrom('VXX', 'UVXY'), side, quantity, price }),
);

describe('postedTicket', () => {
  it('writes any trade so that it is read back as it was', () => {
    fc.assert(
      fc.property(anyTicket, (ticket) => {
        expect(readTickets(postedTicket(ticket), TODAY)).toEqual({ kind: 'tickets', tickets: [ticket] });
      }),
      { numRuns: 200 },
    );
  });
});

describe('postedOrder', () => {
  it('prefills the price that the ticket had when its order opened, per contract and not in dollars', () => {
    expect(postedOrder(A_TICKET)).toBe('BTO 1 VIX 10/22/2014 16C @1.34');
  });
});
