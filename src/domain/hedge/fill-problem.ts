import type { Ticket } from '#domain/book/ticket.ts';
import type { Session } from '#domain/market/session.ts';

/** Why a ticket is not booked for an order. */
export type FillFault =
  /** An up-order never sells, a down-order never buys. */
  | { readonly kind: 'wrong-direction'; readonly ticket: Ticket; readonly takes: 'buy' | 'sell' }
  | { readonly kind: 'before-order'; readonly tradedOn: Session; readonly openedOn: Session }
  | { readonly kind: 'in-future'; readonly tradedOn: Session; readonly today: Session }
  /** Nothing of it has a value: it cannot be counted. */
  | { readonly kind: 'no-share'; readonly ticket: Ticket };

/** What is asked once before a ticket is counted. */
export type FillQuestion =
  /** A VIX option of another strike, expiry or right: counted by its own exposure. */
  | { readonly kind: 'other-contract'; readonly ticket: Ticket }
  /** A future or shares: counted by their own exposure. */
  | { readonly kind: 'other-instrument'; readonly ticket: Ticket }
  | { readonly kind: 'more-than-owed'; readonly ticket: Ticket; readonly owed: number }
  /** The same ticket was recorded less than ten minutes ago. */
  | { readonly kind: 'same-ticket'; readonly ticket: Ticket; readonly recordedAt: number }
  /** The order has ended; what was traded inside its validity counts, the rest is offered to the open order. */
  | { readonly kind: 'after-end'; readonly order: string };
