import type {
  OrderDraft,
  OrderFill,
  OrderPlan,
  OrderScale,
  OrderTicket,
  StepOrder,
} from '#domain/hedge/step-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { fitUpOrder } from './step-order.ts';

/** What was traded for any of a server's orders after an instant, epoch milliseconds (UTC). */
export function fillsSince(orders: readonly StepOrder[], at: number): readonly OrderFill[] {
  return orders.flatMap(({ fills }) => fills.filter((fill) => fill.at > at));
}

/**
 * An order as it opens when something was traded between its decision and its card: it begins where the book stands
 * then. What a contract counts for stays, for it is that of the decision's marks.
 *
 * @returns `undefined` where nothing is left to trade
 */
export function draftSince(draft: OrderDraft, fills: readonly OrderFill[]): OrderDraft | undefined {
  const moved = fills.reduce((sum, { ticket, each }) => sum + each * (ticket?.quantity ?? 1), 0);
  if (roundOff(moved) === 0) {
    return draft;
  }
  const { reason, next, ...terms } = draft;
  const bought = fills.flatMap(boughtCalls);
  if (reason === 'base') {
    const step = next && movedBy(next, { moved, bought });
    return step ? { ...terms, reason, next: step } : { ...terms, reason };
  }
  return movedBy(draft, { moved, bought });
}

type Terms = NonNullable<OrderDraft['next']>;

type Since = { readonly moved: number; readonly bought: readonly OrderTicket[] };

/** What was bought meanwhile for a step is sold with the rest. */
function boughtCalls({ ticket, each }: OrderFill): readonly OrderTicket[] {
  if (ticket?.instrument !== 'VIX' || ticket.side !== 'buy' || ticket.right !== 'call' || each <= 0) {
    return [];
  }
  const { quantity, strike, expiry } = ticket;
  return [{ side: 'sell', right: 'call', layer: 'short', quantity, strike, expiry, each }];
}

function movedBy<Draft extends Terms>(draft: Draft, { moved, bought }: Since): Draft | undefined {
  const from = roundOff(draft.from + moved);
  const gap = roundOff(draft.side === 'buy' ? draft.to - from : from - draft.to);
  if (gap <= 0) {
    return undefined;
  }
  const scale = scaledBy(draft.scale, from / draft.from);
  const plans = draft.plans.flatMap((plan) =>
    draft.side === 'buy'
      ? refitted(plan, { from, scale, asked: draft.to })
      : [trimmed({ ...plan, tickets: [...plan.tickets, ...bought] }, { from, gap })],
  );
  return draft.plans.length > 0 && plans.length === 0 ? undefined : { ...draft, from, scale, plans };
}

/** The share of a contract is `from` over the scale: both move alike, so that it stays. */
function scaledBy(scale: OrderScale, factor: number): OrderScale {
  return scale.kind === 'exposure'
    ? { ...scale, total: scale.total * factor }
    : { ...scale, held: scale.held * factor };
}

function refitted(
  { style, calls }: OrderPlan,
  { from, scale, asked }: { readonly from: number; readonly scale: OrderScale; readonly asked: number },
): readonly OrderPlan[] {
  const fitted = calls && fitUpOrder({ filled: from, asked, order: { from, scale }, style, calls });
  return fitted?.kind === 'plan' ? [fitted.plan] : [];
}

/** Sales stop where no further contract comes nearer to what is asked. */
function trimmed(plan: OrderPlan, { from, gap }: { readonly from: number; readonly gap: number }): OrderPlan {
  let left = gap;
  const tickets = plan.tickets.flatMap((ticket): readonly OrderTicket[] => {
    const quantity = Math.min(ticket.quantity, Math.round(left / ticket.each));
    left = roundOff(left - quantity * ticket.each);
    return quantity > 0 ? [{ ...ticket, quantity }] : [];
  });
  return { ...plan, tickets, reaches: roundOff(from - gap + left) };
}
