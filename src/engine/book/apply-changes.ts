import type { BookedLot, BookRecord, HedgeReason, LotEnd, LotEvent } from '#domain/book/book-record.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { LotChange, NewLot } from '#domain/book/lot-draft.ts';

/** Changes that are made together, and by whom. */
export type BookAct = {
  readonly changes: readonly LotChange[];
  /** Discord user id, or the name of the part of the bot that does it. */
  readonly by: string;
  readonly approvedBy?: string;
  /** Why its hedge lots change; absent where nobody said. */
  readonly reason?: HedgeReason;
  /** Id of the fill that they are; absent for every other act. */
  readonly fill?: string;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/** What an act came to: it was done, or somebody was faster. */
export type ActOutcome =
  | { readonly kind: 'applied'; readonly lots: readonly BookedLot[]; readonly events: readonly LotEvent[] }
  /** The lot is another than it was at `basis`. */
  | { readonly kind: 'stale'; readonly id: string; readonly basis: number }
  /** There is no such lot, or no more. */
  | { readonly kind: 'gone'; readonly id: string; readonly ended?: LotEnd['how'] };

type Targeted = Exclude<LotChange, { kind: 'add' }>;

/** Makes changes of a book, all of them or none. New lots get the next number that their book never gave. */
export function applyChanges(book: BookRecord, act: BookAct): ActOutcome {
  const targets = act.changes.filter((change): change is Targeted => change.kind !== 'add');
  const refusal = targets.map((change) => refuse(book, change)).find((fault) => fault !== undefined);
  if (refusal) {
    return refusal;
  }
  const lots: BookedLot[] = [];
  const events: LotEvent[] = [];
  const nextId = numbering(book);
  for (const change of act.changes) {
    const step = change.kind === 'add' ? add(change.lot, nextId) : alter(book, change, nextId);
    lots.push(...step.lots.map((each) => ({ ...each, revision: book.revision + 1 })));
    events.push(...step.events.map((event) => ({ ...event, ...signature(book, act) })));
  }
  return { kind: 'applied', lots, events };
}

function refuse(
  book: BookRecord,
  { id, basis }: Targeted,
): Exclude<ActOutcome, { kind: 'applied' }> | undefined {
  const booked = book.open.find(({ lot }) => lot.id === id);
  if (booked) {
    return booked.revision === basis ? undefined : { kind: 'stale', id, basis };
  }
  const ended = book.ended.find(({ lot }) => lot.id === id)?.end?.how;
  return { kind: 'gone', id, ...(ended !== undefined && { ended }) };
}

type Unsigned = Omit<LotEvent, 'revision' | 'by' | 'approvedBy' | 'reason' | 'fill' | 'undoes' | 'at'>;
type Step = {
  readonly lots: readonly Omit<BookedLot, 'revision'>[];
  readonly events: readonly Unsigned[];
};

function signature(
  { revision }: BookRecord,
  { by, approvedBy, reason, fill, at }: BookAct,
): Pick<LotEvent, 'revision' | 'by' | 'approvedBy' | 'reason' | 'fill' | 'at'> {
  return {
    revision: revision + 1,
    by,
    at,
    ...(approvedBy !== undefined && { approvedBy }),
    ...(reason && { reason }),
    ...(fill !== undefined && { fill }),
  };
}

function add(lot: NewLot, nextId: NextId): Step {
  const named = { ...lot, id: nextId(lot.kind) };
  return { lots: [{ lot: named }], events: [{ kind: 'added', id: named.id, after: named }] };
}

function alter(book: BookRecord, change: Targeted, nextId: NextId): Step {
  const booked = book.open.find(({ lot }) => lot.id === change.id);
  if (!booked) {
    return { lots: [], events: [] };
  }
  const { lot } = booked;
  switch (change.kind) {
    case 'edit':
      return {
        lots: [{ lot: change.lot }],
        events: [{ kind: 'edited', id: lot.id, before: lot, after: change.lot }],
      };
    case 'remove':
      return end(lot, 'removed', { how: 'removed' });
    case 'expire':
      return end(lot, 'expired', { how: 'expired', on: change.on, at: change.settledAt });
    case 'close':
      return close(lot, change, nextId);
  }
}

function end(lot: Lot, kind: LotEvent['kind'], how: LotEnd): Step {
  return { lots: [{ lot, end: how }], events: [{ kind, id: lot.id, before: lot, end: how }] };
}

/** Of some contracts: they become a lot of their own, which is closed, and the rest stays. */
function close(lot: Lot, change: Extract<LotChange, { kind: 'close' }>, nextId: NextId): Step {
  const { on, price, quantity = lot.quantity } = change;
  const how: LotEnd = { how: 'closed', on, ...(price !== undefined && { price }) };
  if (quantity >= lot.quantity) {
    return end(lot, 'closed', how);
  }
  const rest = { ...lot, quantity: lot.quantity - quantity };
  const part = { ...lot, id: nextId(lot.kind), quantity };
  return {
    lots: [{ lot: rest }, { lot: part, end: how }],
    events: [
      { kind: 'edited', id: lot.id, before: lot, after: rest },
      { kind: 'closed', id: part.id, before: part, end: how, splitFrom: lot.id },
    ],
  };
}

type NextId = (kind: Lot['kind']) => string;

const LETTER: Readonly<Record<Lot['kind'], string>> = { condor: 'C', hedge: 'H' };

function numbering({ open, ended }: BookRecord): NextId {
  const last = new Map<Lot['kind'], number>();
  for (const { lot } of [...open, ...ended]) {
    last.set(lot.kind, Math.max(last.get(lot.kind) ?? 0, Number(lot.id.slice(1))));
  }
  return (kind) => {
    const next = (last.get(kind) ?? 0) + 1;
    last.set(kind, next);
    return `${LETTER[kind]}${next}`;
  };
}
