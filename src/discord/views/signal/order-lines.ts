import { decimal } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { orderFacts, unnamedText } from '#discord/views/hedge/order-facts.ts';
import { ticketBlock } from '#discord/views/hedge/ticket-text.ts';
import type { OrderOpening } from '#domain/hedge/step-order.ts';

const texts = en.hedge.orders;

/** What is to be traded: the tickets of the recommended style, what they cost and what they reach; else why nothing is. */
export function orderLines(opening: OrderOpening | undefined): readonly string[] {
  if (!opening) {
    return [];
  }
  if (opening.kind === 'none') {
    return [`${en.signal.action.do} ${noOrderText(opening)}`];
  }
  const { order } = opening;
  const [plan] = order.plans;
  return plan
    ? [
        en.signal.action.do,
        ...ticketBlock(plan.tickets),
        ...orderFacts(order, plan),
        ...(order.reason === 'base' ? [`-# ${texts.baseFirst}`] : []),
      ]
    : [`${en.signal.action.do} ${unnamedText(order)}`];
}

/** Why nothing opens, with where the book stands and what one contract would reach. */
export function noOrderText({
  reason,
  filled,
  oneWouldReach,
}: Extract<OrderOpening, { kind: 'none' }>): string {
  return texts.noOrder[reason](
    filled === undefined ? texts.noHedge : rounded(filled),
    oneWouldReach === undefined ? '' : rounded(oneWouldReach),
  );
}

/** Multipliers that a book reaches: hundredths, for more is noise of the model. */
function rounded(multiplier: number): string {
  return decimal(multiplier, 2);
}
