import type { LotChange } from './lot-draft.ts';
import type { OrderFill } from '#domain/hedge/step-order.ts';
import type { LotFault } from './lot-fault.ts';

/** What a book amounts to, before or after a change. */
export type BookSize = {
  readonly condors: number;
  /** Hedge contracts; shares are not counted. */
  readonly hedges: number;
  /** The measured hedge ratio; absent where the book could not be valued. */
  readonly ratio?: number;
  /** Dollars a point of VIX that the hedge gains; absent where it could not be valued. */
  readonly hedgeDollars?: number;
};

/** Where a proposal stands. Only `pending` ever changes. */
export type ProposalState = { readonly state: 'pending' } | ProposalEnd;

/** What became of a proposal. */
export type ProposalEnd =
  | { readonly state: 'approved'; readonly by: string; readonly at: number; readonly revision: number }
  /** `by` may be whoever proposed it: then it was taken back. */
  | { readonly state: 'declined'; readonly by: string; readonly at: number }
  | { readonly state: 'expired'; readonly at: number }
  /** The book or the calendar has moved on since it was made. */
  | {
      readonly state: 'outdated';
      readonly at: number;
      /** The lot that is gone or no longer what it was. */
      readonly lot?: string;
      /** What has become wrong with a lot that it adds or edits. */
      readonly faults?: readonly LotFault[];
    };

/** A change of a server's book that a second steward has to approve. */
export type Proposal = {
  /** Unique in its server, such as `P4`; never given twice. */
  readonly id: string;
  /** Discord user id. */
  readonly by: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
  /** From this instant on it cannot be approved any more. */
  readonly expiresAt: number;
  readonly changes: readonly LotChange[];
  /** As things stood when it was made. */
  readonly before: BookSize;
  readonly after: BookSize;
  readonly standing: ProposalState;
  /** The fills of a step order that count once it is approved; absent for every other change. */
  readonly fill?: { readonly order: string; readonly fills: readonly OrderFill[] };
};
