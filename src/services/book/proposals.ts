import type { Proposal } from '#domain/book/proposal.ts';
import { OwnProposal, ProposalOver, UnknownProposal } from '#domain/book/book-problem.ts';
import {
  decideProposal,
  expiredProposals,
  type Verdict,
  type VerdictOutcome,
} from '#engine/book/decide-proposal.ts';
import type { BookServices } from './book-services.ts';
import { type BookParts, frame, termsNow } from './book-parts.ts';
import { rollOff } from './roll-off.ts';

/** Proposals shown that were decided on already. */
const SETTLED = 5;

/** Proposals looked through for those that wait. */
const MOST = 100;

/** What waits for a second steward; what nobody decided on in time ends first. */
export function createProposals(parts: BookParts): BookServices['proposals'] {
  return async (server) => {
    const now = parts.marketClock.now();
    await parts.ledger.changeBook({ server }, (book) => ({
      write: { lots: [], events: [], proposals: expiredProposals(book, now) },
      result: undefined,
    }));
    const all = await parts.ledger.proposals(server, MOST);
    const isPending = ({ standing }: Proposal): boolean => standing.state === 'pending';
    return {
      pending: all.filter(isPending).toReversed(),
      settled: all.filter((proposal) => !isPending(proposal)).slice(0, SETTLED),
      ...frame(parts),
    };
  };
}

/** A second steward says yes, and the change is made, if it still can be. */
export function createApproveProposal(parts: BookParts): BookServices['approveProposal'] {
  return async (server, by, id) => {
    const outcome = await decide(parts, server, { id, says: 'approve', by });
    if (outcome.kind !== 'approved') {
      throw await problemOf(parts, server, id, outcome);
    }
    const { events } = outcome;
    return { kind: 'applied', events, revision: events[0]?.revision ?? 0, ...frame(parts) };
  };
}

/** A steward says no, or whoever proposed it takes it back. */
export function createDeclineProposal(parts: BookParts): BookServices['declineProposal'] {
  return async (server, by, id) => {
    const outcome = await decide(parts, server, { id, says: 'decline', by });
    if (outcome.kind !== 'declined') {
      throw await problemOf(parts, server, id, outcome);
    }
    return outcome.proposal;
  };
}

async function decide(parts: BookParts, server: string, verdict: Verdict): Promise<VerdictOutcome> {
  const { settings } = await parts.settings.read(server);
  const terms = termsNow(parts, settings);
  await rollOff(parts, { server }, terms.now);
  return parts.ledger.changeBook({ server }, (book) => {
    const { write, outcome } = decideProposal(book, verdict, terms);
    return { write, result: outcome };
  });
}

async function problemOf(
  { ledger }: BookParts,
  server: string,
  id: string,
  outcome: VerdictOutcome,
): Promise<Error> {
  if (outcome.kind === 'own') {
    return new OwnProposal(id);
  }
  if (outcome.kind === 'over') {
    const { end, basis = 0 } = outcome;
    const lot = end.state === 'outdated' ? end.lot : undefined;
    const events = lot === undefined ? [] : await ledger.lotEvents({ server }, lot);
    return new ProposalOver(
      id,
      end,
      events.filter(({ revision }) => revision > basis),
    );
  }
  const standing = (await ledger.proposal(server, id))?.standing;
  return standing === undefined || standing.state === 'pending'
    ? new UnknownProposal(id)
    : new ProposalOver(id, standing);
}
