import type { BookWrite, BookRecord, LotEvent } from '#domain/book/book-record.ts';
import type { LotFault } from '#domain/book/lot-fault.ts';
import type { Proposal, ProposalEnd } from '#domain/book/proposal.ts';
import { applyChanges } from './apply-changes.ts';
import { checkLot } from './check-lot.ts';
import type { LotTerms } from './lot-terms.ts';

/** What a steward says to a proposal. */
export type Verdict = {
  readonly id: string;
  readonly says: 'approve' | 'decline';
  /** Discord user id. */
  readonly by: string;
};

/** What a verdict came to. */
export type VerdictOutcome =
  | { readonly kind: 'approved'; readonly proposal: Proposal; readonly events: readonly LotEvent[] }
  | { readonly kind: 'declined'; readonly proposal: Proposal }
  /** Nobody approves their own; declining it is taking it back. */
  | { readonly kind: 'own' }
  /** No proposal of that id waits in this book. */
  | { readonly kind: 'not-pending' }
  /** It ended without the verdict, this moment. `basis` is the revision at which its lot was looked at. */
  | {
      readonly kind: 'over';
      readonly proposal: Proposal;
      readonly end: ProposalEnd;
      readonly basis?: number;
    };

type Decided = { readonly write: BookWrite; readonly outcome: VerdictOutcome };

const NOTHING: BookWrite = { lots: [], events: [], proposals: [] };

/** Decides on a proposal of a server's book, and says what is to be written of the book then. */
export function decideProposal(book: BookRecord, verdict: Verdict, terms: LotTerms): Decided {
  const proposal = book.pending.find(({ id }) => id === verdict.id);
  if (!proposal) {
    return { write: NOTHING, outcome: { kind: 'not-pending' } };
  }
  const { now: at } = terms;
  if (at >= proposal.expiresAt) {
    return ended(proposal, { state: 'expired', at: proposal.expiresAt });
  }
  if (verdict.says === 'decline') {
    const declined: Proposal = { ...proposal, standing: { state: 'declined', by: verdict.by, at } };
    return {
      write: { ...NOTHING, proposals: [declined] },
      outcome: { kind: 'declined', proposal: declined },
    };
  }
  return verdict.by === proposal.by
    ? { write: NOTHING, outcome: { kind: 'own' } }
    : approve(book, proposal, verdict.by, terms);
}

/** Those proposals of a book whose time is up, as they are then. */
export function expiredProposals({ pending }: BookRecord, now: number): readonly Proposal[] {
  return pending
    .filter(({ expiresAt }) => now >= expiresAt)
    .map((proposal) => ({ ...proposal, standing: { state: 'expired', at: proposal.expiresAt } }));
}

function approve(book: BookRecord, proposal: Proposal, by: string, terms: LotTerms): Decided {
  const { now: at } = terms;
  const faults = faultsOf(proposal, terms);
  if (faults.length > 0) {
    return ended(proposal, { state: 'outdated', at, faults });
  }
  const fill = proposal.fill?.fills[0]?.id;
  const done = applyChanges(book, {
    changes: proposal.changes,
    by: proposal.by,
    approvedBy: by,
    at,
    ...(fill !== undefined && { fill }),
  });
  if (done.kind !== 'applied') {
    return ended(proposal, { state: 'outdated', at, lot: done.id }, basisOf(proposal, done.id));
  }
  const { lots, events } = done;
  const approved: Proposal = {
    ...proposal,
    standing: { state: 'approved', by, at, revision: book.revision + 1 },
  };
  return {
    write: { lots, events, proposals: [approved] },
    outcome: { kind: 'approved', proposal: approved, events },
  };
}

function ended(proposal: Proposal, end: ProposalEnd, basis?: number): Decided {
  const over: Proposal = { ...proposal, standing: end };
  return {
    write: { ...NOTHING, proposals: [over] },
    outcome: { kind: 'over', proposal: over, end, ...(basis !== undefined && { basis }) },
  };
}

/** Time may have passed an expiry by: what is added or edited is looked at once more. */
function faultsOf({ changes }: Proposal, terms: LotTerms): readonly LotFault[] {
  return changes.flatMap((change) =>
    change.kind === 'add' || change.kind === 'edit' ? checkLot(change.lot, terms) : [],
  );
}

function basisOf({ changes }: Proposal, id: string): number | undefined {
  const target = changes.find((change) => change.kind !== 'add' && change.id === id);
  return target && 'basis' in target ? target.basis : undefined;
}
