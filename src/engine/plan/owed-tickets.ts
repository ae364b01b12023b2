import type { Ticket } from '#domain/book/ticket.ts';
import type { OrderFill, OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { fitUpOrder } from './step-order.ts';

type Owing = Pick<StepOrder, 'reason' | 'side' | 'from' | 'to' | 'scale' | 'plans' | 'fills'>;

/**
 * What is left of an order's recommended contracts. Another contract that was traded for it makes the rest smaller, by
 * what it counts for; where that was too little, what would still come nearer is added.
 *
 * @param filled - the filled multiplier now; counts for nothing where the base size is bought
 * @returns nearest expiration first; empty once the order is done
 * @see docs/method.md#step-orders
 */
export function owedTickets(order: Owing, filled: number): readonly OrderTicket[] {
  const { left, others } = remaining(order);
  if (order.reason === 'base') {
    return withoutOthers(left, others);
  }
  const gap = gapOf(order, filled);
  if (gap <= 0) {
    return [];
  }
  const trimmed = others.length > 0 ? trimmedTo(left, gap) : left;
  if (trimmed.length > 0) {
    return trimmed.some(({ each }) => comesNearer(each, gap)) ? trimmed : [];
  }
  return fittedAnew(order, filled);
}

function fittedAnew(order: Owing, filled: number): readonly OrderTicket[] {
  const [plan] = order.plans;
  const { side, to: asked } = order;
  const fitted =
    plan?.calls && side === 'buy'
      ? fitUpOrder({ filled, asked, order, style: plan.style, calls: plan.calls })
      : undefined;
  return fitted?.kind === 'plan' ? fitted.plan.tickets : [];
}

/** Whether an order is done: no whole contract comes nearer to what it asks. */
export function isFilled(order: Owing, filled: number): boolean {
  return order.plans.length === 0 ? gapOf(order, filled) <= 0 : owedTickets(order, filled).length === 0;
}

function gapOf({ side, to }: Pick<Owing, 'side' | 'to'>, filled: number): number {
  return roundOff(side === 'buy' ? to - filled : filled - to);
}

function comesNearer(each: number, gap: number): boolean {
  return roundOff(Math.abs(gap - each) - gap) < 0;
}

/** Whether a ticket is for the contract of a line, whatever its price and count. */
export function isSameContract(
  line: Pick<OrderTicket, 'right' | 'strike' | 'expiry'>,
  ticket: Ticket | undefined,
): boolean {
  return (
    ticket?.instrument === 'VIX' &&
    line.right === ticket.right &&
    line.strike === ticket.strike &&
    line.expiry === ticket.expiry
  );
}

/** The recommended lines less what was traded of them, and what was traded besides. */
function remaining({ plans: [plan], fills }: Owing): {
  readonly left: readonly OrderTicket[];
  readonly others: readonly (OrderFill & { readonly count: number })[];
} {
  const traded = fills.map((fill) => ({ fill, count: fill.ticket?.quantity ?? 0 }));
  const left = (plan?.tickets ?? []).flatMap((line) => {
    let { quantity } = line;
    for (const one of traded) {
      if (isSameContract(line, one.fill.ticket)) {
        const taken = Math.min(quantity, one.count);
        quantity -= taken;
        one.count -= taken;
      }
    }
    return quantity > 0 ? [{ ...line, quantity }] : [];
  });
  return { left, others: traded.flatMap(({ fill, count }) => (count > 0 ? [{ ...fill, count }] : [])) };
}

/** Of a base size any contract counts: those of the same expiration first. */
function withoutOthers(
  left: readonly OrderTicket[],
  others: readonly (OrderFill & { readonly count: number })[],
): readonly OrderTicket[] {
  const open = left.map((line) => ({ line, quantity: line.quantity }));
  for (const { ticket, count } of others) {
    const expiry = ticket && 'expiry' in ticket ? ticket.expiry : undefined;
    const byExpiry = open.toSorted(
      (first, second) => Number(second.line.expiry === expiry) - Number(first.line.expiry === expiry),
    );
    byExpiry.reduce((rest, one) => {
      const taken = Math.min(one.quantity, rest);
      one.quantity -= taken;
      return rest - taken;
    }, count);
  }
  return open.flatMap(({ line, quantity }) => (quantity > 0 ? [{ ...line, quantity }] : []));
}

/** Contracts are taken off the end for as long as that comes nearer. */
function trimmedTo(tickets: readonly OrderTicket[], gap: number): readonly OrderTicket[] {
  const last = tickets.at(-1);
  if (!last) {
    return [];
  }
  const total = tickets.reduce((sum, { quantity, each }) => sum + quantity * each, 0);
  const without = roundOff(total - last.each);
  if (roundOff(Math.abs(gap - without) - Math.abs(gap - total)) > 0) {
    return tickets;
  }
  const others = tickets.slice(0, -1);
  return trimmedTo(last.quantity > 1 ? [...others, { ...last, quantity: last.quantity - 1 }] : others, gap);
}
