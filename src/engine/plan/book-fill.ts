import type { BookRecord } from '#domain/book/book-record.ts';
import type { Hedge } from '#domain/book/lot.ts';
import type { LotChange } from '#domain/book/lot-draft.ts';
import type { Ticket } from '#domain/book/ticket.ts';
import type { FillFault, OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import type { Session } from '#domain/market/session.ts';
import { draftHedge } from '#engine/book/draft-hedge.ts';
import type { LotTerms } from '#engine/book/lot-terms.ts';
import type { CountedTicket } from './check-fill.ts';

/** Trades of one fill on their way into the book. */
export type BookedFillCase = {
  readonly order: StepOrder;
  readonly tickets: readonly CountedTicket[];
  readonly tradedOn: Session;
  readonly book: Pick<BookRecord, 'open'>;
  readonly terms: LotTerms;
};

/** One ticket as the book takes it: its changes, and what each of its contracts moved the multiplier by. */
export type BookedTicket = {
  readonly ticket: Ticket;
  readonly each: number;
  readonly changes: readonly LotChange[];
};

/** Changes of the book that a fill makes, or why it cannot make them. */
export type BookedFill =
  | { readonly kind: 'booked'; readonly tickets: readonly BookedTicket[] }
  | { readonly kind: 'refused'; readonly faults: readonly FillFault[] };

/**
 * What a fill makes of the book: what was bought becomes lots that bear their share, what was sold closes the lots that
 * the order names, step contracts before others.
 */
export function bookFill(fill: BookedFillCase): BookedFill {
  const left = new Map(fill.book.open.map(({ lot }) => [lot.id, lot.quantity]));
  const results = fill.tickets.map((counted) =>
    counted.ticket.side === 'buy' ? bought(fill, counted) : sold(fill, counted, left),
  );
  const faults = results.flatMap((result) => ('kind' in result ? [result] : []));
  return faults.length > 0
    ? { kind: 'refused', faults }
    : { kind: 'booked', tickets: results.flatMap((result) => ('kind' in result ? [] : [result])) };
}

function bought(
  { order, tradedOn, terms }: BookedFillCase,
  { ticket, each, match }: CountedTicket,
): BookedTicket | FillFault {
  const { side: _, price, ...instrument } = ticket;
  const drafted = draftHedge(
    {
      ...instrument,
      openedOn: tradedOn,
      ...(price !== undefined && { cost: price }),
      ...(match && { layer: match.layer }),
    },
    terms,
  );
  if ('faults' in drafted) {
    return { kind: 'no-position', ticket, faults: drafted.faults };
  }
  const lot = drafted.meant;
  const isStep = order.reason === 'step' && order.meaning === 'multiplier';
  const shared = lot.kind === 'hedge' && isStep ? { ...lot, step: { order: order.id, each } } : lot;
  return { ticket, each: order.reason === 'base' ? 0 : each, changes: [{ kind: 'add', lot: shared }] };
}

function sold(
  { order, tradedOn, book }: BookedFillCase,
  { ticket, each }: CountedTicket,
  left: Map<string, number>,
): BookedTicket | FillFault {
  const lots = book.open
    .flatMap(({ lot, revision }) => (lot.kind === 'hedge' && isOf(lot, ticket) ? [{ lot, revision }] : []))
    .toSorted((first, second) => rankOf(first.lot, order) - rankOf(second.lot, order));
  const held = lots.reduce((sum, { lot }) => sum + (left.get(lot.id) ?? 0), 0);
  if (held < ticket.quantity) {
    return { kind: 'not-held', ticket, held };
  }
  let rest = ticket.quantity;
  let share = 0;
  const changes = lots.flatMap(({ lot, revision }): readonly LotChange[] => {
    const quantity = Math.min(rest, left.get(lot.id) ?? 0);
    rest -= quantity;
    left.set(lot.id, (left.get(lot.id) ?? 0) - quantity);
    share -= quantity * (lot.step?.each ?? 0);
    const price = ticket.price === undefined ? {} : { price: ticket.price };
    return quantity === 0
      ? []
      : [{ kind: 'close', id: lot.id, basis: revision, was: lot, on: tradedOn, quantity, ...price }];
  });
  return {
    ticket,
    each: order.meaning === 'absolute' ? each : share / ticket.quantity,
    changes,
  };
}

function isOf(lot: Hedge, ticket: Ticket): boolean {
  if (lot.instrument !== ticket.instrument) {
    return false;
  }
  const isSameDay = !('expiry' in lot) || ('expiry' in ticket && lot.expiry === ticket.expiry);
  const isSameOption =
    lot.instrument !== 'VIX' ||
    (ticket.instrument === 'VIX' && lot.strike === ticket.strike && lot.right === ticket.right);
  return isSameDay && isSameOption;
}

/** The lots that the order names first, then other step contracts, base contracts last. */
function rankOf(lot: Hedge, { plans }: StepOrder): number {
  const lines: readonly OrderTicket[] = plans[0]?.tickets ?? [];
  const place = lines.findIndex(({ lotId }) => lotId === lot.id);
  const behind = lines.length;
  return place >= 0 ? place : behind + (lot.step ? 0 : 1);
}
