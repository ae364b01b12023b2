import type { OrderEffect } from '#domain/hedge/order-effect.ts';
import type { OrderTicket } from '#domain/hedge/step-order.ts';
import type { HeldLeg } from '#domain/hedge/valuation.ts';
import { priceLegs } from '#engine/valuation/price-book.ts';
import { UNSHIFTED, valueBook } from '#engine/valuation/value-leg.ts';
import { callLeg } from './layer-call.ts';
import type { OrderMarks } from './order-scale.ts';

/** Cost at the middle and decay of contracts that are to be traded. */
export function orderEffect({ sources, geometry }: OrderMarks, tickets: readonly OrderTicket[]): OrderEffect {
  const { values, unvalued } = valueBook(priceLegs(tickets.map(legOf), sources), {
    geometry,
    shift: UNSHIFTED,
  });
  const mid = tickets.reduce<number | undefined>(
    (sum, ticket) =>
      sum === undefined || ticket.mid === undefined ? undefined : sum + ticket.mid * signedCount(ticket),
    0,
  );
  return {
    ...(mid !== undefined && { mid }),
    ...(unvalued.length === 0 && { theta: values.reduce((sum, { theta }) => sum + theta, 0) }),
  };
}

/** What is sold is a leg of fewer contracts than none: values add up. */
function legOf(ticket: OrderTicket): HeldLeg {
  const { lotId = 'order', expiry, strike } = ticket;
  return { lotId, leg: callLeg(expiry, strike, signedCount(ticket)) };
}

function signedCount({ side, quantity }: OrderTicket): number {
  return side === 'buy' ? quantity : -quantity;
}
