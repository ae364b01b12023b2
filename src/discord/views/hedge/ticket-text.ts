import { date, decimal } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import type { OrderTicket } from '#domain/hedge/step-order.ts';

const texts = en.hedge.orders;

/** A line that a broker takes, never translated, such as `BUY 1 VIX 22 Oct 2014 16 call`. */
export function ticketText({ side, quantity, expiry, strike, right }: OrderTicket): string {
  return texts.ticket(
    texts.sides[side],
    decimal(quantity, 0).replaceAll(',', ''),
    texts.call(date(expiry), String(strike), right),
  );
}

/** Tickets in a box of their own, a line each, to be copied whole. */
export function ticketBlock(tickets: readonly OrderTicket[]): readonly string[] {
  return tickets.length === 0 ? [] : [`\`\`\`\n${tickets.map(ticketText).join('\n')}\n\`\`\``];
}
