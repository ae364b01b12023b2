import { ExpectedError } from '#domain/expected-error.ts';
import type { LotEvent } from './book-record.ts';
import type { LotFault } from './lot-fault.ts';
import type { ProposalEnd } from './proposal.ts';

/** Positions that cannot be: nothing of what came with them was written. */
export class InvalidLots extends ExpectedError {
  readonly code = 'invalid-lots';
  readonly topic = 'book';
  /** Everything that is wrong, by the place (from 0) of the lot in the list that was handed in. */
  readonly faults: readonly { readonly place: number; readonly fault: LotFault }[];
  constructor(faults: readonly { readonly place: number; readonly fault: LotFault }[]) {
    super(faults.map(({ place, fault }) => `${place}: ${fault.kind}`).join(', '));
    this.faults = faults;
  }
}

/** There is no open lot of that id. */
export class UnknownLot extends ExpectedError {
  readonly code = 'unknown-lot';
  readonly topic = 'book';
  readonly id: string;
  /** How it left, where there was one. */
  readonly ended?: 'closed' | 'expired' | 'removed';
  constructor(id: string, ended?: 'closed' | 'expired' | 'removed') {
    super(`no open lot ${id}`);
    this.id = id;
    if (ended !== undefined) {
      this.ended = ended;
    }
  }
}

/** A lot has been changed by somebody since it was looked at. */
export class LotChangedMeanwhile extends ExpectedError {
  readonly code = 'lot-changed';
  readonly topic = 'book';
  readonly id: string;
  /** What happened to it since, oldest first. */
  readonly since: readonly LotEvent[];
  constructor(id: string, since: readonly LotEvent[]) {
    super(`${id} was changed meanwhile`);
    this.id = id;
    this.since = since;
  }
}

/** A change leaves everything as it is. */
export class NothingToChange extends ExpectedError {
  readonly code = 'nothing-to-change';
  readonly topic = 'book';
  readonly id: string;
  constructor(id: string) {
    super(`${id} is so already`);
    this.id = id;
  }
}

/** There is no proposal of that id in this server. */
export class UnknownProposal extends ExpectedError {
  readonly code = 'unknown-proposal';
  readonly topic = 'book';
  readonly id: string;
  constructor(id: string) {
    super(`no proposal ${id}`);
    this.id = id;
  }
}

/** Somebody approves what they themselves have proposed. */
export class OwnProposal extends ExpectedError {
  readonly code = 'own-proposal';
  readonly topic = 'book';
  readonly id: string;
  constructor(id: string) {
    super(`${id} is their own`);
    this.id = id;
  }
}

/** A proposal can be decided on no more. */
export class ProposalOver extends ExpectedError {
  readonly code = 'proposal-over';
  readonly topic = 'book';
  readonly id: string;
  readonly end: ProposalEnd;
  /** What happened meanwhile to the lot that it is about, oldest first; empty where that is not what ended it. */
  readonly since: readonly LotEvent[];
  constructor(id: string, end: ProposalEnd, since: readonly LotEvent[] = []) {
    super(`${id} is ${end.state}`);
    this.id = id;
    this.end = end;
    this.since = since;
  }
}

/** A price that somebody gives by hand cannot be taken. */
export class InvalidMark extends ExpectedError {
  readonly code = 'invalid-mark';
  readonly topic = 'book';
  readonly why:
    | 'no-value'
    | 'two-values'
    | 'not-positive'
    | 'volatility-of-option-only'
    | 'looks-like-fraction'
    | 'too-large';
  constructor(why: InvalidMark['why']) {
    super(why);
    this.why = why;
  }
}

/** Nobody has marked that. */
export class UnknownMark extends ExpectedError {
  readonly code = 'unknown-mark';
  readonly topic = 'book';
}

/** What may go wrong with a book. */
export type BookProblem =
  | InvalidLots
  | UnknownLot
  | LotChangedMeanwhile
  | NothingToChange
  | UnknownProposal
  | OwnProposal
  | ProposalOver
  | InvalidMark
  | UnknownMark;
