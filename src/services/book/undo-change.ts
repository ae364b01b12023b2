import type { BookOwner, LotEvent } from '#domain/book/book-record.ts';
import type { UndoAnswer, UndoRefusal } from '#domain/book/undo-answer.ts';
import type { OrderRecord, OrderWrite } from '#domain/hedge/order-record.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { lastChange, undoRevision } from '#engine/book/undo-revision.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { afterwards, openAfter } from '#engine/plan/settle-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { type BookDeps, frame } from './book-deps.ts';
import { rollOff } from './roll-off.ts';

/** Events of a book that are looked through for its last change. */
const MOST = 5_000;

/** Who takes back what. */
export type UndoRequest = {
  readonly owner: BookOwner;
  readonly by: string;
  /** Discord interaction id: what comes twice counts once. */
  readonly interaction: string;
};

/** An answer before its frame; `changed`: somebody was faster, so that it has to be looked at anew. */
type Undone =
  | Omit<Extract<UndoAnswer, { kind: 'undone' }>, 'today' | 'watermark'>
  | { readonly kind: 'refused'; readonly refusal: UndoRefusal }
  | { readonly kind: 'changed' };

/**
 * Takes back the last change that somebody made of a book, its shares and the fills of its order included, in one
 * write. What the calendar did stays, and so does what a later order was computed from.
 */
export async function undoChange(deps: BookDeps, request: UndoRequest): Promise<UndoAnswer> {
  const { owner } = request;
  const at = deps.marketClock.now();
  await rollOff(deps, owner, at);
  const { settings } = await deps.settings.read(owner.server);
  if (owner.member === undefined && settings['book.approvals'] > 0) {
    return { kind: 'refused', refusal: { kind: 'needs-approval' }, ...frame(deps) };
  }
  for (;;) {
    const events = await deps.ledger.bookEvents(owner, MOST);
    const act = { ...request, events, settings, at };
    const undone = await (owner.member === undefined ? undoInServer(deps, act) : undoOfMember(deps, act));
    if (undone.kind !== 'changed') {
      return { ...undone, ...frame(deps) };
    }
  }
}

type UndoAct = UndoRequest & {
  readonly events: readonly LotEvent[];
  readonly settings: Settings;
  readonly at: number;
};

function undoOfMember({ ledger }: BookDeps, { owner, events, by, at }: UndoAct): Promise<Undone> {
  return ledger.changeBook<Undone>(owner, (book) => {
    const nothing = { lots: [], events: [], proposals: [] };
    if ((events[0]?.revision ?? 0) !== book.revision) {
      return { write: nothing, result: { kind: 'changed' } };
    }
    const undone = undoRevision(book, lastChange(events), { by, at });
    return undone.kind === 'refused'
      ? { write: nothing, result: undone }
      : {
          write: { ...nothing, lots: undone.lots, events: undone.events },
          result: { kind: 'undone', events: undone.taken, fills: [] },
        };
  });
}

function undoInServer({ ledger }: BookDeps, act: UndoAct): Promise<Undone> {
  const { owner, interaction, events, settings } = act;
  return ledger.changeOrders<Undone>(owner.server, interaction, (record, isRepeated) => {
    if (isRepeated) {
      const report = orderReport(record, settings);
      return { result: { kind: 'undone', events: [], fills: [], report } };
    }
    if ((events[0]?.revision ?? 0) !== record.book.revision) {
      return { result: { kind: 'changed' } };
    }
    const taken = lastChange(events);
    const percent = lastPercent(record);
    return percent && percent.fill.at > (taken.at(-1)?.at ?? 0)
      ? withoutPercent(record, percent, act)
      : withoutChange(record, taken, act);
  });
}

type Written = { readonly write?: OrderWrite; readonly result: Undone };
type Filled = { readonly order: StepOrder; readonly fill: OrderFill };

/** The latest fill in percent, of a server that keeps no lots. */
function lastPercent({ orders }: OrderRecord): Filled | undefined {
  const [latest] = orders.flatMap((order) =>
    order.fills
      .filter(({ percent }) => percent !== undefined)
      .map((fill) => ({ order, fill }))
      .toReversed(),
  );
  return latest;
}

function withoutPercent(record: OrderRecord, { order, fill }: Filled, { settings, at }: UndoAct): Written {
  const refusal = followedBy(record, order);
  if (refusal) {
    return { result: { kind: 'refused', refusal } };
  }
  const loose = roundOff(record.loose - fill.each);
  const restored = withoutFills(order, [fill], at);
  const report = orderReport({ ...afterwards(record, [restored]), loose }, settings);
  return {
    write: { orders: [restored], loose },
    result: { kind: 'undone', events: [], fills: [fill], order: restored, report },
  };
}

function withoutChange(
  record: OrderRecord,
  taken: readonly LotEvent[],
  { by, at, settings }: UndoAct,
): Written {
  const ids = new Set(taken.map(({ fill }) => fill));
  const order = record.orders.find(({ fills }) => fills.some(({ id }) => ids.has(id)));
  const fills = order?.fills.filter(({ id }) => ids.has(id)) ?? [];
  const refusal = order && followedBy(record, order);
  if (refusal) {
    return { result: { kind: 'refused', refusal } };
  }
  const undone = undoRevision(record.book, taken, { by, at });
  if (undone.kind === 'refused') {
    return { result: undone };
  }
  const { lots, events } = undone;
  const restored = order && withoutFills(order, fills, at);
  const orders = restored ? [restored] : [];
  const report = orderReport(afterwards(record, orders, openAfter(record, lots)), settings);
  return {
    write: { book: { lots, events, proposals: [] }, orders },
    result: { kind: 'undone', events: taken, fills, report, ...(restored && { order: restored }) },
  };
}

/** A later order began where that fill had brought the book. */
function followedBy({ orders }: OrderRecord, order: StepOrder): UndoRefusal | undefined {
  const [latest] = orders;
  return latest && latest.id !== order.id
    ? { kind: 'order-followed', order: order.id, successor: latest.id }
    : undefined;
}

/** An order that was done by what is taken back is open again, as long as it would have been. */
function withoutFills(order: StepOrder, taken: readonly OrderFill[], at: number): StepOrder {
  const { end, ...open } = order;
  const fills = order.fills.filter((fill) => !taken.includes(fill));
  if (end?.how !== 'done') {
    return { ...order, fills };
  }
  return at < order.validUntil
    ? { ...open, fills }
    : { ...open, fills, end: { how: 'expired', at: order.validUntil } };
}
