import { newYorkDay } from '#calendar/new-york.ts';
import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { FillFault, StepOrder } from '#domain/hedge/step-order.ts';
import type { Ticket } from '#domain/book/ticket.ts';
import { checkTradingDay } from '#engine/book/check-expiry.ts';
import { lastTradingDay } from '#engine/book/lot-terms.ts';
import { bookFill } from '#engine/plan/book-fill.ts';
import { checkFill } from '#engine/plan/check-fill.ts';
import { isCounted, orderReport } from '#engine/plan/order-report.ts';
import { unitOfTicket } from '#engine/plan/unit-of-ticket.ts';
import { readTickets } from '#engine/ticket/read-tickets.ts';
import { fillInPercent } from './fill-in-percent.ts';
import type { DecidedFill, FillContext } from './fill-context.ts';
import { type OrderDeps, orderTerms } from './order-deps.ts';
import { writeFill } from './write-fill.ts';

/**
 * Takes trades that somebody tells of: the book, the order and the multiplier that it has followed change together or
 * not at all. Where a second steward is wanted, they wait as a proposal and count for nothing until it is approved.
 */
export async function recordFill(deps: OrderDeps, request: FillRequest): Promise<FillAnswer> {
  const { settings, terms } = await orderTerms(deps, request.server);
  const tradedOn = request.tradedOn?.trim() ?? lastTradingDay(terms);
  const context = { request, settings, terms, tradedOn };
  return deps.ledger.changeOrders(request.server, request.interaction, (record, isRepeated) =>
    isRepeated ? { result: repeated(record, context) } : decide(record, context),
  );
}

/** What was recorded under the interaction before. */
function repeated(record: OrderRecord, { request, settings }: FillContext): FillAnswer {
  const { interaction } = request;
  const order = record.orders.find(({ fills }) => fills.some(({ id }) => id === interaction));
  const proposal = record.book.pending.find(({ fill }) => fill?.fills[0]?.id === interaction);
  const [latest] = record.orders;
  const shown = order ?? latest;
  if (proposal && shown) {
    return { kind: 'proposed', proposal, order: shown };
  }
  return shown
    ? {
        kind: 'recorded',
        order: shown,
        fills: [],
        events: [],
        report: orderReport(record, settings),
        isRepeated: true,
      }
    : refused([{ kind: 'no-order' }]);
}

function decide(record: OrderRecord, context: FillContext): DecidedFill {
  const { request, settings, terms, tradedOn } = context;
  const order = orderFor(record, context);
  if ('kind' in order) {
    return { result: refused([order]) };
  }
  if (isCounted(record.book, settings)) {
    return fillInPercent(record, order, context);
  }
  const reading = readTickets(request.text, terms.today);
  if (reading.kind === 'faults') {
    return { result: { kind: 'unreadable', faults: reading.faults } };
  }
  const day = checkTradingDay(tradedOn, terms).filter(({ kind }) => kind !== 'in-future');
  if (day.length > 0) {
    return { result: refused(day.map((fault) => ({ kind: 'trading-day', fault }))) };
  }
  return decideTickets(record, { order, tickets: reading.tickets }, context);
}

/** The order that a fill belongs to: the one it names; traded after its end, the open one. */
function orderFor({ orders }: OrderRecord, { request, tradedOn }: FillContext): StepOrder | FillFault {
  const [latest] = orders;
  const named = request.order === undefined ? latest : orders.find(({ id }) => id === request.order);
  if (!named) {
    return request.order === undefined
      ? { kind: 'no-order' }
      : { kind: 'unknown-order', order: request.order };
  }
  const isLater = named.end !== undefined && tradedOn > newYorkDay(named.end.at);
  return isLater && latest && !latest.end ? latest : named;
}

type Traded = { readonly order: StepOrder; readonly tickets: readonly Ticket[] };

function decideTickets(record: OrderRecord, { order, tickets }: Traded, context: FillContext): DecidedFill {
  const { request, terms, tradedOn } = context;
  const check = checkFill({
    order,
    tickets,
    tradedOn,
    openedOn: newYorkDay(order.openedAt),
    today: terms.today,
    now: terms.now,
    unitOf: (ticket) => unitOfTicket(order, ticket),
  });
  if (check.kind === 'refused') {
    return { result: refused(check.faults) };
  }
  const booked = bookFill({ order, tickets: check.tickets, tradedOn, book: record.book, terms });
  if (booked.kind === 'refused') {
    return { result: refused(booked.faults) };
  }
  const named = request.order !== undefined && request.order !== order.id ? request.order : undefined;
  const questions = [
    ...(named === undefined ? [] : [{ kind: 'after-end', order: named } as const]),
    ...check.questions,
  ];
  if (questions.length > 0 && !request.isConfirmed) {
    return { result: { kind: 'asked', order, tickets, questions } };
  }
  return writeFill(record, { order, booked: booked.tickets }, context);
}

function refused(faults: readonly FillFault[]): FillAnswer {
  return { kind: 'refused', faults };
}
