import type { Ticket } from '#domain/book/ticket.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { Session } from '#domain/market/session.ts';
import type { PlanStyle } from './hedge-plan.ts';

/** What a contract's share is measured by. Never changes while an order lives. */
export type OrderScale =
  | {
      readonly kind: 'exposure';
      /** E₀: dollars per point of VIX of every hedge lot when the order opened; of the base size where none was held. */
      readonly total: number;
    }
  | {
      /** Some hedge lot had no value: every contract counts the same. */
      readonly kind: 'contracts';
      readonly held: number;
    };

/** One line that a broker takes, and what one of its contracts counts for. */
export type OrderTicket = {
  readonly side: 'buy' | 'sell';
  /** Contracts; a whole number of at least 1. */
  readonly quantity: number;
  readonly layer: LayerName;
  readonly right: 'call';
  /** VIX points. */
  readonly strike: number;
  readonly expiry: Session;
  /** Dollars per point of VIX of one contract at the order's opening; absent where it had no value. */
  readonly unit?: number;
  /** Multiplier that one of its contracts adds, or takes away where it is sold. */
  readonly each: number;
  /** Dollars of one contract at the order's opening: at the side it trades at, at the middle, by the model. */
  readonly touch?: number;
  readonly mid?: number;
  readonly theoretical?: number;
  /** The lot that is sold from; only on tickets that sell. */
  readonly lotId?: string;
};

/** The order's contracts in one style. */
export type OrderPlan = {
  readonly style: PlanStyle;
  /** Nearest expiration first. */
  readonly tickets: readonly OrderTicket[];
  /** Filled multiplier once all of it is traded, and with one contract more. */
  readonly reaches: number;
  readonly oneMoreReaches?: number;
};

/** How an order ended. Cancelled and expired ones leave what was asked as it is: the rest has lapsed. */
export type OrderEnd =
  | { readonly how: 'done'; readonly at: number }
  | { readonly how: 'skipped'; readonly at: number; readonly by: string; readonly why: string }
  | { readonly how: 'replaced'; readonly at: number; readonly successor: string }
  | {
      readonly how: 'cancelled';
      readonly at: number;
      readonly why: 'late-gate' | 'multiplier-changed' | 'meaning-switched';
    }
  | { readonly how: 'expired'; readonly at: number };

/** What was traded for an order: one submit of the form, or one text of `/book fill`. */
export type OrderFill = {
  /** Discord interaction id: a fill that comes twice counts once. */
  readonly id: string;
  readonly ticket: Ticket;
  readonly tradedOn: Session;
  /** Multiplier that each of its contracts added; negative for what was sold. */
  readonly each: number;
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/** A step that waits to be traded. One at most is open in a server. */
export type StepOrder = {
  /** Unique within a server and never given twice, such as `O3`. */
  readonly id: string;
  /** `base`: the base size comes first where nothing is held, and moves no multiplier. */
  readonly reason: 'step' | 'base';
  readonly side: 'buy' | 'sell';
  /** Filled multiplier q₀ when it opened, and what the rules ask. */
  readonly from: number;
  readonly to: number;
  /** Id of the decision that asked for it; absent for one that a steward opened by hand. */
  readonly decision?: string;
  /** Session of the decision: the window and the validity are counted from it. */
  readonly session: Session;
  readonly openedAt: number;
  /** The close of the fifth session after it, epoch milliseconds (UTC). */
  readonly validUntil: number;
  readonly scale: OrderScale;
  /** The recommended style first. */
  readonly plans: readonly OrderPlan[];
  readonly fills: readonly OrderFill[];
  /** Absent while it is open. */
  readonly end?: OrderEnd;
};

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
