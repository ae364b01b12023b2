import { orderId } from '#domain/hedge/order-id.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import { filledOf, type OrderRules } from './order-report.ts';
import { isFilled } from './owed-tickets.ts';

/** A fill that the book has taken, and the record as it was before. */
export type SettledFill = {
  readonly record: OrderRecord;
  readonly order: StepOrder;
  readonly fills: readonly OrderFill[];
  /** Lots that the fill wrote, as they are afterwards. */
  readonly lots: readonly BookedLot[];
  readonly loose: number;
  readonly rules: OrderRules;
  /** Epoch milliseconds (UTC), market clock. */
  readonly at: number;
};

/**
 * The orders after a fill: the one that it belongs to with the fill, done where nothing comes nearer; a step that
 * waited for its base size opens then.
 *
 * @returns those that have changed, oldest first
 */
export function settleOrder(settled: SettledFill): readonly StepOrder[] {
  const { record, order, fills, lots, loose, rules, at } = settled;
  const filled: StepOrder = { ...order, fills: [...order.fills, ...fills] };
  const after = { orders: [filled], loose, book: { ...record.book, open: openAfter(record, lots) } };
  const reached = filledOf(after, rules) ?? filled.from;
  if (filled.end || !isFilled(filled, reached)) {
    return [filled];
  }
  const done: StepOrder = { ...filled, end: { how: 'done', at } };
  const { next } = done;
  const step: readonly StepOrder[] = next
    ? [{ ...next, id: orderId(record.server, record.orders.length + 1), openedAt: at, fills: [] }]
    : [];
  return [done, ...step];
}

/** Open lots of a book once some have been written. */
export function openAfter(
  { book }: Pick<OrderRecord, 'book'>,
  written: readonly BookedLot[],
): readonly BookedLot[] {
  const replaced = new Set(written.map(({ lot }) => lot.id));
  return [
    ...book.open.filter(({ lot }) => !replaced.has(lot.id)),
    ...written.filter(({ end }) => end === undefined),
  ];
}

/** A record once its orders and its book have changed. */
export function afterwards(
  record: OrderRecord,
  changed: readonly StepOrder[],
  open = record.book.open,
): OrderRecord {
  const ids = new Set(record.orders.map(({ id }) => id));
  const kept = record.orders.map((order) => changed.find(({ id }) => id === order.id) ?? order);
  const opened = changed.filter(({ id }) => !ids.has(id)).toReversed();
  return { ...record, orders: [...opened, ...kept], book: { ...record.book, open } };
}
