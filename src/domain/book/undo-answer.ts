import type { OrderReport } from '#domain/hedge/order-report.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import type { Session } from '#domain/market/session.ts';
import type { LotEvent } from './book-record.ts';

/** Why the last change of a book stays as it is. */
export type UndoRefusal =
  /** Nobody has changed anything, or all of it was taken back. */
  | { readonly kind: 'nothing' }
  /** A lot of that change has settled since: what the calendar does is not taken back. */
  | { readonly kind: 'settled'; readonly lot: string }
  /** A later order was computed from what that fill had made of the book. */
  | { readonly kind: 'order-followed'; readonly order: string; readonly successor: string }
  /** Changes of this book want a second steward, and so would this one. */
  | { readonly kind: 'needs-approval' };

/** What came of taking back the last change of a book. */
export type UndoAnswer =
  | {
      readonly kind: 'undone';
      /** What had happened, oldest first; empty for a fill in percent. */
      readonly events: readonly LotEvent[];
      /** Fills that count no more; empty where the change belonged to no order. */
      readonly fills: readonly OrderFill[];
      /** The order that they belonged to, as it is now. */
      readonly order?: StepOrder;
      /** Where the book stands now; absent for a member's. */
      readonly report?: OrderReport;
      readonly today: Session;
      readonly watermark?: string;
    }
  | {
      readonly kind: 'refused';
      readonly refusal: UndoRefusal;
      readonly today: Session;
      readonly watermark?: string;
    };
