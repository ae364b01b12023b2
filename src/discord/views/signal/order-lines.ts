import { decimal, ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { dollars } from '#discord/views/hedge/exposure-text.ts';
import { ticketBlock } from '#discord/views/hedge/ticket-text.ts';
import type { OrderDraft, OrderOpening, OrderPlan, OrderTicket } from '#domain/hedge/step-order.ts';

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
        ...factsLine(order, plan),
        ...(order.reason === 'base' ? [`-# ${texts.baseFirst}`] : []),
      ]
    : [`${en.signal.action.do} ${texts.inPercent(ratio(order.from), ratio(order.to))}`];
}

function noOrderText({ reason, filled, oneWouldReach }: Extract<OrderOpening, { kind: 'none' }>): string {
  return texts.noOrder[reason](
    filled === undefined ? texts.noHedge : rounded(filled),
    oneWouldReach === undefined ? '' : rounded(oneWouldReach),
  );
}

/** Contracts of one option from which on it is traded in slices. */
const SLICES = 4;

function factsLine({ reason }: OrderDraft, plan: OrderPlan): readonly string[] {
  const { tickets, reaches, oneMoreReaches } = plan;
  const facts = [
    ...costPart(tickets),
    ...(reason === 'base' ? [] : [texts.reaches(rounded(reaches)) + oneMore(oneMoreReaches)]),
    ...(tickets.some(({ quantity }) => quantity >= SLICES) ? [texts.slices] : []),
  ];
  return facts.length === 0 ? [] : [`-# ${facts.join(' · ')}`];
}

function oneMore(reaches: number | undefined): string {
  return reaches === undefined ? '' : `, ${texts.oneMore(rounded(reaches))}`;
}

/** Multipliers that a book reaches: hundredths, for more is noise of the model. */
function rounded(multiplier: number): string {
  return decimal(multiplier, 2);
}

/** Dollars at the side they trade at; where one has no quote, all by the model. Nothing where one has no value. */
function costPart(tickets: readonly OrderTicket[]): readonly string[] {
  const [first] = tickets;
  const touch = totalOf(tickets, ({ touch: price }) => price);
  const theoretical = totalOf(tickets, ({ theoretical: price }) => price);
  if (!first || (touch ?? theoretical) === undefined) {
    return [];
  }
  const basis = touch === undefined ? texts.bases.theoretical : texts.bases.touch[first.side];
  return [texts.about(dollars(touch ?? theoretical ?? 0), basis)];
}

function totalOf(
  tickets: readonly OrderTicket[],
  priceOf: (ticket: OrderTicket) => number | undefined,
): number | undefined {
  return tickets.reduce<number | undefined>((sum, ticket) => {
    const price = priceOf(ticket);
    return sum === undefined || price === undefined ? undefined : sum + price * ticket.quantity;
  }, 0);
}
