import { decimal, stamp } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { lotFaultText } from '#discord/views/book/lot-fault-text.ts';
import { postedTicket } from './posted-ticket.ts';
import type { TicketFault } from '#domain/book/ticket.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';
import type { FillFault, FillQuestion } from '#domain/hedge/step-order.ts';

const texts = en.hedge.fills;

/** Why a fill is not recorded, with the value that was given and what is taken. */
export function fillFaultText(fault: FillFault): string {
  const { faults } = texts;
  switch (fault.kind) {
    case 'wrong-direction':
      return faults.direction(code(postedTicket(fault.ticket)), en.hedge.orders.sides[fault.takes]);
    case 'before-order':
      return faults.beforeOrder(fault.tradedOn, fault.openedOn);
    case 'in-future':
      return faults.inFuture(fault.tradedOn, fault.today);
    case 'no-share':
      return faults.noShare(code(postedTicket(fault.ticket)));
    case 'no-position':
      return faults.position(code(postedTicket(fault.ticket)), fault.faults.map(lotFaultText).join(' '));
    case 'not-held':
      return faults.notHeld(code(postedTicket(fault.ticket)), decimal(fault.held, 0));
    default:
      return orderFaultText(fault);
  }
}

type OrderFault = Exclude<FillFault, { readonly ticket: unknown } | { kind: 'before-order' | 'in-future' }>;

function orderFaultText(fault: OrderFault): string {
  const { faults } = texts;
  switch (fault.kind) {
    case 'unknown-order':
      return faults.unknownOrder(code(orderNumber(fault.order)));
    case 'no-order':
      return faults.noOrder;
    case 'trading-day':
      return faults.day(lotFaultText(fault.fault));
    case 'not-percent':
      return faults.percent(code(fault.text));
  }
}

/** What is asked once before a fill is counted. */
export function fillQuestionText(question: FillQuestion): string {
  const { questions } = texts;
  switch (question.kind) {
    case 'other-contract':
    case 'other-instrument':
      return questions[question.kind](code(postedTicket(question.ticket)));
    case 'more-than-owed':
      return questions[question.kind](code(postedTicket(question.ticket)), decimal(question.owed, 0));
    case 'same-ticket':
      return questions[question.kind](code(postedTicket(question.ticket)), stamp(question.recordedAt, 'R'));
    case 'after-end':
      return questions[question.kind](code(orderNumber(question.order)));
  }
}

/** A line that is no ticket, quoted back with what it lacks. */
export function ticketFaultText({ line, part, value }: TicketFault): string {
  return value === undefined ? texts.missing(code(line), part) : texts.wrong(code(line), code(value), part);
}
