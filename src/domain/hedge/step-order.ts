import type { Ticket } from '#domain/book/ticket.ts';
import type { LayerName } from '#domain/book/lot.ts';
import type { RebalanceWindow, Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { CoverReading } from './cover.ts';
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

/** One listed call that a style would buy, and what its layer weighs. */
export type OrderCall = Omit<OrderTicket, 'side' | 'quantity' | 'each' | 'lotId'> & {
  /** `layers.perTenCondors` of its layer. */
  readonly weight: number;
  /** The style that its layer fell back to, where the plan's own has no listed strike. */
  readonly fellBackTo?: PlanStyle;
};

/** The order's contracts in one style. */
export type OrderPlan = {
  readonly style: PlanStyle;
  /** Nearest expiration first. */
  readonly tickets: readonly OrderTicket[];
  /** What more would be bought of, layer by layer; absent on orders that sell. */
  readonly calls?: readonly OrderCall[];
  /** Filled multiplier once all of it is traded, and with one contract more. */
  readonly reaches: number;
  readonly oneMoreReaches?: number;
  /** Cover under the headline's shock once all of it is traded; absent where nothing is, and on orders of before. */
  readonly cover?: CoverReading;
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

/** One ticket that was traded for an order. Those of one submit, or of one text of `/book fill`, share an id. */
export type OrderFill = {
  /** Discord interaction id: a fill that comes twice counts once. */
  readonly id: string;
  /** Absent for a fill in percent. */
  readonly ticket?: Ticket;
  /** Percent of what was owed, above 0 to 100; only of a server that counts contracts without keeping lots. */
  readonly percent?: number;
  readonly tradedOn: Session;
  /** Multiplier that each of its contracts added, or all of a percentage; negative for what was sold. */
  readonly each: number;
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/** Dollars per point of VIX of one contract of what else might be traded, at the order's opening. */
export type OrderUnits = {
  readonly calls: readonly { readonly expiry: Session; readonly strike: number; readonly unit: number }[];
  /** Of a VX future; the mini counts a tenth. */
  readonly futures: readonly { readonly expiry: Session; readonly unit: number }[];
  /** Of one share. */
  readonly shares: readonly { readonly symbol: 'VXX' | 'UVXY'; readonly unit: number }[];
};

/** What an order is for, and its contracts at the marks at which it opens. */
type OrderTerms = {
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
  /** The next part of a session in which it is best traded. */
  readonly window: RebalanceWindow;
  /** What `from` and `to` measure: the filled multiplier, or under `absolute` H itself. */
  readonly meaning: Settings['ratio.meaning'];
  /** The close of the fifth session after it, epoch milliseconds (UTC). */
  readonly validUntil: number;
  readonly scale: OrderScale;
  /** The recommended style first; empty for a server that only counts, which fills in percent. */
  readonly plans: readonly OrderPlan[];
  /** Dollars received for the condors held; absent where one has no credit, and on orders of before. */
  readonly credit?: number;
  /** Why an order of a server that keeps lots names no contract; absent where it names some. */
  readonly unnamed?: 'no-listing';
  readonly units: OrderUnits;
};

/** An order before its card is settled as sent: what opens then. */
export type OrderDraft = OrderTerms & {
  /** The step that opens once this base size is filled; only with reason `base`. */
  readonly next?: OrderTerms;
};

/** A step that waits to be traded. One at most is open in a server. */
export type StepOrder = OrderDraft & {
  /** Unique and never given twice: its place in its server, and the server. Older ones have the place alone: `O3`. */
  readonly id: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly openedAt: number;
  readonly fills: readonly OrderFill[];
  /** The steward who is on it; absent while nobody is. */
  readonly takenBy?: { readonly by: string; readonly at: number };
  /** Absent while it is open. */
  readonly end?: OrderEnd;
};

/** Why nothing opens. */
export type NoOrderReason =
  /** The book is at or beyond what is asked: an up-step never sells, an unwind never buys. */
  | 'already-there'
  /** No whole contract comes nearer. */
  | 'no-whole-contract'
  /** No contract has a share: nothing to measure by. */
  | 'no-scale'
  /** No layer has a call that could be bought. */
  | 'no-call'
  /** The server keeps no book: multipliers only. */
  | 'no-book';

/** What a step becomes when its card settles as sent. */
export type OrderOpening =
  | { readonly kind: 'opens'; readonly order: OrderDraft }
  | {
      readonly kind: 'none';
      readonly reason: NoOrderReason;
      /** Filled multiplier at the decision; absent where nothing is held. */
      readonly filled?: number;
      /** Filled multiplier that one contract would reach; absent without a share. */
      readonly oneWouldReach?: number;
    };

/** Why a ticket is not booked for an order. */
export type FillFault =
  /** An up-order never sells, a down-order never buys. */
  | { readonly kind: 'wrong-direction'; readonly ticket: Ticket; readonly takes: 'buy' | 'sell' }
  | { readonly kind: 'before-order'; readonly tradedOn: Session; readonly openedOn: Session }
  | { readonly kind: 'in-future'; readonly tradedOn: Session; readonly today: Session }
  /** Nothing of it has a value: it cannot be counted. */
  | { readonly kind: 'no-share'; readonly ticket: Ticket }
  /** It cannot be a position: the expiry is not listed, the day is no session, and the like. */
  | { readonly kind: 'no-position'; readonly ticket: Ticket; readonly faults: readonly LotFault[] }
  /** More is sold than is held of it. */
  | { readonly kind: 'not-held'; readonly ticket: Ticket; readonly held: number }
  /** No order of that id was ever opened in this server. */
  | { readonly kind: 'unknown-order'; readonly order: string }
  /** No order is open, and none was named. */
  | { readonly kind: 'no-order' }
  /** A day that nothing was traded on, or that no calendar has. */
  | { readonly kind: 'trading-day'; readonly fault: LotFault }
  /** A server that only counts fills in percent, above 0 to 100. */
  | { readonly kind: 'not-percent'; readonly text: string };

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
