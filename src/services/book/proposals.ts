import type { BookWrite } from '#domain/book/book-record.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { settleOrder } from '#engine/plan/settle-order.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { OwnProposal, ProposalOver, UnknownProposal } from '#domain/book/book-problem.ts';
import {
  decideProposal,
  expiredProposals,
  type Verdict,
  type VerdictOutcome,
} from '#engine/book/decide-proposal.ts';
import type { Session } from '#domain/market/session.ts';
import { realisedProfits } from '#engine/book/realised-profits.ts';
import { type BookDeps, frame, termsNow } from './book-deps.ts';
import type { BookAnswer } from './change-book.ts';
import { rollOff } from './roll-off.ts';

export type ProposalsReport = {
  /** Those that wait, oldest first. */
  readonly pending: readonly Proposal[];
  /** What became of the latest others, newest first. */
  readonly settled: readonly Proposal[];
  readonly today: Session;
  readonly watermark?: string;
};

/** Proposals shown that were decided on already. */
const SETTLED = 5;

/** Proposals looked through for those that wait. */
const MOST = 100;

/** What waits for a second steward; what nobody decided on in time ends first. */
export async function proposals(deps: BookDeps, server: string): Promise<ProposalsReport> {
  const now = deps.marketClock.now();
  await deps.ledger.changeBook({ server }, (book) => ({
    write: { lots: [], events: [], proposals: expiredProposals(book, now) },
    result: undefined,
  }));
  const all = await deps.ledger.proposals(server, MOST);
  const isPending = ({ standing }: Proposal): boolean => standing.state === 'pending';
  return {
    pending: all.filter(isPending).toReversed(),
    settled: all.filter((proposal) => !isPending(proposal)).slice(0, SETTLED),
    ...frame(deps),
  };
}

/** A second steward says yes, and the change is made, if it still can be. @throws UnknownProposal, OwnProposal, ProposalOver */
export async function approveProposal(
  deps: BookDeps,
  server: string,
  by: string,
  id: string,
): Promise<BookAnswer> {
  const outcome = await decide(deps, server, { id, says: 'approve', by });
  if (outcome.kind !== 'approved') {
    throw await problemOf(deps, server, id, outcome);
  }
  const { events } = outcome;
  const profits = realisedProfits(events);
  return {
    kind: 'applied',
    events,
    ...(profits.length > 0 && { profits }),
    revision: events[0]?.revision ?? 0,
    ...frame(deps),
  };
}

/** A steward says no, or whoever proposed it takes it back. @throws UnknownProposal, ProposalOver */
export async function declineProposal(
  deps: BookDeps,
  server: string,
  by: string,
  id: string,
): Promise<Proposal> {
  const outcome = await decide(deps, server, { id, says: 'decline', by });
  if (outcome.kind !== 'declined') {
    throw await problemOf(deps, server, id, outcome);
  }
  return outcome.proposal;
}

async function decide(deps: BookDeps, server: string, verdict: Verdict): Promise<VerdictOutcome> {
  const { settings } = await deps.settings.read(server);
  const terms = termsNow(deps, settings);
  await rollOff(deps, { server }, terms.now);
  return deps.ledger.changeOrders(server, undefined, (record) => {
    const { write: book, outcome } = decideProposal(record.book, verdict, terms);
    const orders =
      outcome.kind === 'approved' ? ordersAfter(record, outcome, { settings, book, at: terms.now }) : [];
    return { write: { book, orders }, result: outcome };
  });
}

/** A fill that is approved counts from then on: its order has it, and may be done. */
function ordersAfter(
  record: OrderRecord,
  { proposal: { fill } }: Extract<VerdictOutcome, { kind: 'approved' }>,
  {
    settings: rules,
    book,
    at,
  }: { readonly settings: Settings; readonly book: BookWrite; readonly at: number },
): readonly StepOrder[] {
  const order = fill && record.orders.find(({ id }) => id === fill.order);
  return order
    ? settleOrder({ record, order, fills: fill.fills, lots: book.lots, loose: record.loose, rules, at })
    : [];
}

async function problemOf(
  { ledger }: BookDeps,
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
  const status = (await ledger.proposal(server, id))?.standing;
  return status === undefined || status.state === 'pending'
    ? new UnknownProposal(id)
    : new ProposalOver(id, status);
}
