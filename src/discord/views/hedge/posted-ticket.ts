import { decimal } from '#discord/message/format.ts';
import type { Ticket } from '#domain/book/ticket.ts';
import type { OrderTicket } from '#domain/hedge/step-order.ts';

/** Dollars of one point of a VIX option. */
const MULTIPLIER = 100;

/** A ticket of an order as traders post it, at the price that it had when the order opened. */
export function postedOrder(ticket: OrderTicket): string {
  const dollars = ticket.touch ?? ticket.mid ?? ticket.theoretical;
  const price = dollars === undefined ? {} : { price: dollars / MULTIPLIER };
  return postedTicket({ ...ticket, instrument: 'VIX', ...price });
}

/** A trade as traders post it, such as `BTO 1 VIX 10/22/2014 16C @1.34`: it is read back as it was. */
export function postedTicket(ticket: Ticket): string {
  const side = ticket.side === 'buy' ? 'BTO' : 'STC';
  const price = ticket.price === undefined ? '' : ` @${ticket.price.toFixed(2)}`;
  return `${side} ${decimal(ticket.quantity, 0).replaceAll(',', '')} ${contract(ticket)}${price}`;
}

function contract(ticket: Ticket): string {
  switch (ticket.instrument) {
    case 'VIX':
      return `VIX ${american(ticket.expiry)} ${ticket.strike}${ticket.right === 'call' ? 'C' : 'P'}`;
    case 'VX':
    case 'VXM':
      return `${ticket.instrument} ${american(ticket.expiry)}`;
    case 'VXX':
    case 'UVXY':
      return ticket.instrument;
  }
}

/** `2014-10-22` as `10/22/2014`. */
function american(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${month}/${date}/${year}`;
}
