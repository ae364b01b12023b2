import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import type { Proposal } from '#domain/book/proposal.ts';
import { HOUR } from '#domain/duration.ts';
import { applyChanges } from '#engine/book/apply-changes.ts';
import { bookSize, positionsOf } from '#engine/book/book-size.ts';
import type { BookedTicket } from '#engine/plan/book-fill.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { afterwards, openAfter, settleOrder } from '#engine/plan/settle-order.ts';
import type { DecidedFill, FillContext } from './fill-context.ts';

/** Milliseconds for which a proposal waits. */
const PROPOSAL_LIFETIME = 72 * HOUR;

/** What is written of a fill that nothing speaks against: lots, the order with its end, or a proposal of both. */
export function writeFill(
  record: OrderRecord,
  { order, booked }: { readonly order: StepOrder; readonly booked: readonly BookedTicket[] },
  context: FillContext,
): DecidedFill {
  const { request, settings: rules, terms, tradedOn } = context;
  const { by, interaction } = request;
  const at = terms.now;
  const fills = booked.map(({ ticket, each }): OrderFill => ({
    id: interaction,
    ticket,
    tradedOn,
    each,
    by,
    at,
  }));
  const changes = booked.flatMap((one) => one.changes);
  const applied = applyChanges(record.book, { changes, by, at, reason: order.reason, fill: interaction });
  if (applied.kind !== 'applied') {
    throw new Error(
      `a fill of ${order.id} names ${applied.id}, which is not in the book that it was made of`,
    );
  }
  const { lots, events } = applied;
  if (rules['book.approvals'] > 0) {
    return proposeFill(record, { order, fills, changes, open: openAfter(record, lots) });
  }
  const orders = settleOrder({ record, order, fills, lots, loose: record.loose, rules, at });
  const after = afterwards(record, orders, openAfter(record, lots));
  return {
    write: { book: { lots, events, proposals: [] }, orders },
    result: {
      kind: 'recorded',
      order: orders[0] ?? order,
      fills,
      events,
      report: orderReport(after, rules),
      isRepeated: false,
    },
  };
}

type ProposedFill = Pick<Proposal, 'changes'> & {
  readonly order: StepOrder;
  readonly fills: readonly OrderFill[];
  readonly open: OrderRecord['book']['open'];
};

/** A fill that waits for a second steward: a change of the book with what it counts for. */
function proposeFill(record: OrderRecord, { order, fills, changes, open }: ProposedFill): DecidedFill {
  const { by = '', at = 0 } = fills[0] ?? {};
  const proposal: Proposal = {
    id: `P${record.book.proposalsMade + 1}`,
    by,
    at,
    expiresAt: at + PROPOSAL_LIFETIME,
    changes,
    before: sizeOf(record.book.open),
    after: sizeOf(open),
    standing: { state: 'pending' },
    fill: { order: order.id, fills },
  };
  const write = { book: { lots: [], events: [], proposals: [proposal] } };
  return { write, result: { kind: 'proposed', proposal, order } };
}

function sizeOf(open: ProposedFill['open']): Proposal['before'] {
  return bookSize(positionsOf(open.map(({ lot }) => lot)));
}
