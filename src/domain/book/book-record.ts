import type { Lot } from './lot.ts';
import type { Proposal } from './proposal.ts';
import type { Session } from '#domain/market/session.ts';

/** Whose book: a server's, or the one that a member keeps there alone. */
export type BookOwner = {
  /** Discord guild id. */
  readonly server: string;
  /** Discord user id; absent for the server's own book. */
  readonly member?: string;
};

/** How a lot left its book. */
export type LotEnd =
  | {
      /** Traded away. */
      readonly how: 'closed';
      readonly on: Session;
      /** Points paid per condor, or received per hedge contract or share; absent where nobody said. */
      readonly price?: number;
    }
  | {
      /** Settled. What it settled at is not known here. */
      readonly how: 'expired';
      readonly on: Session;
      /** The settlement, epoch milliseconds (UTC). */
      readonly at: number;
    }
  | {
      /** Entered by mistake: it never was. */
      readonly how: 'removed';
    };

/** A lot as its book keeps it. */
export type BookedLot = {
  readonly lot: Lot;
  /** Revision of the book that made it what it is: a change that was thought out on an older one is refused. */
  readonly revision: number;
  /** Absent while it is open. */
  readonly end?: LotEnd;
};

/** Why a hedge changed. Only `step` moves the filled multiplier. */
export type HedgeReason = 'step' | 'base' | 'roll' | 'monetise' | 'correction' | 'close';

/** What happened to one lot, as the book remembers it for good. */
export type LotEvent = {
  readonly kind: 'added' | 'edited' | 'removed' | 'closed' | 'expired' | 'restored';
  readonly id: string;
  /** The book's revision afterwards; events of one act share it. */
  readonly revision: number;
  /** The lot before; absent for what was added. */
  readonly before?: Lot;
  /** The lot afterwards; absent for what left the book. */
  readonly after?: Lot;
  /** How it left. */
  readonly end?: LotEnd;
  /** The lot that this one was part of, where only some of its contracts were closed. */
  readonly splitFrom?: string;
  /** Why; absent for condors, for what settled, and where nobody said. */
  readonly reason?: HedgeReason;
  /** Id of the fill of a step order that it belongs to; absent for every other change. */
  readonly fill?: string;
  /** The revision that it takes back; absent for what takes nothing back. */
  readonly undoes?: number;
  /** Discord user id, or the name of the part of the bot that did it. */
  readonly by: string;
  /** The second steward; absent where none was needed. */
  readonly approvedBy?: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/** Everything that a book holds and ever held. */
export type BookRecord = {
  /** Counts the acts that changed it; 0 for a book that nobody ever wrote in. */
  readonly revision: number;
  /** In the order in which they were added. */
  readonly open: readonly BookedLot[];
  readonly ended: readonly BookedLot[];
  /** Waiting for a second steward, oldest first; none in a member's book. */
  readonly pending: readonly Proposal[];
  /** Proposals that there ever were. */
  readonly proposalsMade: number;
};

/** What is written of a book in one act. */
export type BookWrite = {
  /** As they are afterwards; those that are not named stay as they were. */
  readonly lots: readonly BookedLot[];
  readonly events: readonly LotEvent[];
  readonly proposals: readonly Proposal[];
};
