import type { Ticket } from '#domain/book/ticket.ts';
import type { FillFault, FillQuestion, OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import type { Session } from '#domain/market/session.ts';
import { canonicalJson } from '#domain/canonical-json.ts';
import { shareOfContract } from './filled-multiplier.ts';
import { isSameContract } from './owed-tickets.ts';

/** Milliseconds within which a second ticket of the same words is taken for a slip. */
const SLIP = 600_000;

/** What was traded, and when it is told. */
export type FillCase = {
  readonly order: StepOrder;
  readonly tickets: readonly Ticket[];
  readonly tradedOn: Session;
  /** The New York day of the order's opening, and today's. */
  readonly openedOn: Session;
  readonly today: Session;
  /** Epoch milliseconds (UTC), market clock. */
  readonly now: number;
  /** Exposure of one contract or share at the order's marks, dollars per point of VIX; absent without a value. */
  readonly unitOf: (ticket: Ticket) => number | undefined;
};

/** A ticket that counts, and what each of its contracts counts for; negative where it is sold. */
export type CountedTicket = { readonly ticket: Ticket; readonly each: number; readonly match?: OrderTicket };

/** What came of looking at a fill. */
export type FillCheck =
  | { readonly kind: 'refused'; readonly faults: readonly FillFault[] }
  | {
      readonly kind: 'counted';
      readonly tickets: readonly CountedTicket[];
      /** To be answered with yes before anything is written; empty where nothing is out of the ordinary. */
      readonly questions: readonly FillQuestion[];
    };

/**
 * Looks at tickets before they are counted for an order: what is refused, what is asked once, and what each contract
 * adds. A contract of the order counts by the order's own unit, whatever its price and day; another one by its own.
 *
 * @see docs/method.md#fills
 */
export function checkFill(fill: FillCase): FillCheck {
  const { order, tickets, tradedOn, openedOn, today } = fill;
  const dated: readonly FillFault[] = [
    ...(tradedOn < openedOn ? [{ kind: 'before-order', tradedOn, openedOn } as const] : []),
    ...(tradedOn > today ? [{ kind: 'in-future', tradedOn, today } as const] : []),
  ];
  const counted = tickets.map((ticket) => countTicket(fill, ticket));
  const faults = [...dated, ...counted.flatMap((one) => ('kind' in one ? [one] : []))];
  if (faults.length > 0) {
    return { kind: 'refused', faults };
  }
  const ended: readonly FillQuestion[] = order.end ? [{ kind: 'after-end', order: order.id }] : [];
  return {
    kind: 'counted',
    tickets: counted.flatMap((one) => ('kind' in one ? [] : [one])),
    questions: [...ended, ...questionsOf(fill)],
  };
}

function countTicket({ order, unitOf }: FillCase, ticket: Ticket): CountedTicket | FillFault {
  if (ticket.side !== order.side) {
    return { kind: 'wrong-direction', ticket, takes: order.side };
  }
  const match = matchOf(order, ticket);
  const share = match?.each ?? shareOfContract(order, unitOf(ticket));
  return share === undefined
    ? { kind: 'no-share', ticket }
    : { ticket, each: ticket.side === 'buy' ? share : -share, ...(match && { match }) };
}

/** The line of the order that a ticket carries out, in any of its styles. */
function matchOf({ plans }: StepOrder, ticket: Ticket): OrderTicket | undefined {
  return plans.flatMap((plan) => plan.tickets).find((line) => isSameContract(line, ticket));
}

function questionsOf(fill: FillCase): readonly FillQuestion[] {
  return fill.tickets.flatMap((ticket, place) => [
    ...otherwise(fill.order, ticket),
    ...overOf(fill, ticket, place),
    ...slipOf(fill, ticket),
  ]);
}

function otherwise(order: StepOrder, ticket: Ticket): readonly FillQuestion[] {
  if (ticket.instrument !== 'VIX') {
    return [{ kind: 'other-instrument', ticket }];
  }
  return matchOf(order, ticket) ? [] : [{ kind: 'other-contract', ticket }];
}

/** Contracts of one line that are still owed, less those of earlier tickets of the same text. */
function overOf({ order, tickets }: FillCase, ticket: Ticket, place: number): readonly FillQuestion[] {
  const line = matchOf(order, ticket);
  if (!line) {
    return [];
  }
  const traded = [...order.fills.map((fill) => fill.ticket), ...tickets.slice(0, place)]
    .filter((earlier) => isSameContract(line, earlier))
    .reduce((sum, earlier) => sum + (earlier?.quantity ?? 0), 0);
  const owed = Math.max(0, line.quantity - traded);
  return ticket.quantity > owed ? [{ kind: 'more-than-owed', ticket, owed }] : [];
}

function slipOf({ order, now }: FillCase, ticket: Ticket): readonly FillQuestion[] {
  const twin = order.fills.find((fill) => now - fill.at < SLIP && isSameTicket(fill.ticket, ticket));
  return twin ? [{ kind: 'same-ticket', ticket, recordedAt: twin.at }] : [];
}

function isSameTicket(first: Ticket | undefined, second: Ticket): boolean {
  return first !== undefined && canonicalJson(first) === canonicalJson(second);
}
