import type { LotEvent } from '#domain/book/book-record.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import type { Ticket, TicketFault } from '#domain/book/ticket.ts';
import type { Session } from '#domain/market/session.ts';
import type { FillSlippage, OrderReport } from './order-report.ts';
import type { FillFault, FillQuestion, OrderFill, StepOrder } from './step-order.ts';

/** Trades that somebody tells of, from the form of an order or `/book fill`. */
export type FillRequest = {
  readonly server: string;
  /** Discord user id. */
  readonly by: string;
  /** Discord interaction id: what comes twice counts once. */
  readonly interaction: string;
  /** Id of the order that the form belonged to; absent for the open one. */
  readonly order?: string;
  /** Tickets, one a line; `50 %` of a server that only counts. */
  readonly text: string;
  /** `YYYY-MM-DD`; the latest session unless told. */
  readonly tradedOn?: string;
  /** Whether what is asked once has been answered with yes. */
  readonly isConfirmed: boolean;
};

/** What came of a fill. Nothing is written but with `recorded` and `proposed`. */
export type FillAnswer =
  | {
      readonly kind: 'recorded';
      readonly order: StepOrder;
      /** What this fill added to it; empty where it had been recorded already. */
      readonly fills: readonly OrderFill[];
      readonly events: readonly LotEvent[];
      readonly report: OrderReport;
      /** Whether the same interaction had been recorded before: nothing was written again. */
      readonly isRepeated: boolean;
    }
  | {
      readonly kind: 'asked';
      readonly order: StepOrder;
      readonly tickets: readonly Ticket[];
      readonly questions: readonly FillQuestion[];
    }
  | { readonly kind: 'unreadable'; readonly faults: readonly TicketFault[] }
  | { readonly kind: 'refused'; readonly faults: readonly FillFault[] }
  | { readonly kind: 'proposed'; readonly proposal: Proposal; readonly order: StepOrder };

/** An act on one order, and who does it. */
export type OrderRequest = {
  readonly server: string;
  readonly by: string;
  readonly interaction: string;
  /** Id of the order. */
  readonly order: string;
};

/** Why an act on an order is not done. */
export type OrderRefusal =
  | { readonly kind: 'unknown-order'; readonly order: string }
  /** It has ended: `order` says how. */
  | { readonly kind: 'ended'; readonly order: StepOrder }
  /** It is open, or ended otherwise than by lapsing, or a later one has followed. */
  | { readonly kind: 'not-lapsed'; readonly order: StepOrder }
  /** VIX at or past the late level, or up too far in a session: nothing is reopened. */
  | { readonly kind: 'late-gate'; readonly order: StepOrder; readonly vix?: number }
  | { readonly kind: 'no-reason'; readonly order: string };

/** The order as it is after an act, and where the book stands then. */
export type OrderDone<Kind extends string> = {
  readonly kind: Kind;
  readonly order: StepOrder;
  readonly report: OrderReport;
};

export type SkipAnswer = OrderDone<'skipped'> | OrderRefusal;
export type ReopenAnswer = OrderDone<'reopened'> | OrderRefusal;

/** Who is on it: whoever pressed first, which may be somebody else. */
export type TakeAnswer =
  | { readonly kind: 'taken'; readonly order: StepOrder; readonly takenBy: NonNullable<StepOrder['takenBy']> }
  | OrderRefusal;

/** One order with its fills, as `/hedge orders` lists it. */
export type ListedOrder = {
  readonly order: StepOrder;
  /** In the order of the order's fills. */
  readonly slippage: readonly FillSlippage[];
};

/** A server's orders. */
export type OrdersReport = {
  readonly report: OrderReport;
  /** Newest first, whatever became of them. */
  readonly orders: readonly ListedOrder[];
  readonly today: Session;
  readonly watermark?: string;
};
