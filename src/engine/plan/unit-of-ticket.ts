import type { Ticket } from '#domain/book/ticket.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';

/** A mini future counts for a tenth of the large one. */
const MINI = 0.1;

/**
 * Exposure of one contract or share of a ticket at the marks at which an order opened, dollars per point of VIX.
 *
 * @returns `undefined` for puts, which lose as the VIX rises, and for what had no value then
 */
export function unitOfTicket({ units }: Pick<StepOrder, 'units'>, ticket: Ticket): number | undefined {
  switch (ticket.instrument) {
    case 'VIX':
      return ticket.right === 'call' ? unitOfCall(units, ticket) : undefined;
    case 'VX':
    case 'VXM':
      return unitOfFuture(units, ticket);
    case 'VXX':
    case 'UVXY':
      return units.shares.find(({ symbol }) => symbol === ticket.instrument)?.unit;
  }
}

function unitOfCall(
  { calls }: StepOrder['units'],
  { expiry, strike }: { readonly expiry: string; readonly strike: number },
): number | undefined {
  return calls.find((call) => call.expiry === expiry && call.strike === strike)?.unit;
}

function unitOfFuture(
  { futures }: StepOrder['units'],
  { instrument, expiry }: Extract<Ticket, { instrument: 'VX' | 'VXM' }>,
): number | undefined {
  const large = futures.find((future) => future.expiry === expiry)?.unit;
  return large === undefined || instrument === 'VX' ? large : large * MINI;
}
