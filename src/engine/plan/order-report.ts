import type { BookRecord } from '#domain/book/book-record.ts';
import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderReport, OwedReport } from '#domain/hedge/order-report.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { filledMultiplier } from './filled-multiplier.ts';
import { owedTickets } from './owed-tickets.ts';

/** What decides how a record is read. */
export type OrderRules = Pick<Settings, 'ratio.base' | 'ratio.meaning' | 'book.condors' | 'book.hedge'>;

/**
 * Where the book stands beside what the rules ask: what has been followed, what is owed, and what has lapsed.
 *
 * @see docs/method.md#filled-multiplier
 */
export function orderReport(record: OrderRecord, rules: OrderRules): OrderReport {
  const asked = record.memory?.programme.ratio ?? rules['ratio.base'];
  const filled = filledOf(record, rules);
  const [latest] = record.orders;
  const over = overBy(latest, { asked, filled });
  const owed = latest?.meaning === rules['ratio.meaning'] ? owedOf(latest, { asked, filled }) : undefined;
  return {
    meaning: rules['ratio.meaning'],
    asked,
    ...(filled !== undefined && { filled }),
    ...(over > 0 && { over }),
    ...(owed && { owed }),
    ...(latest && isLapsed(latest) && { lapsed: latest }),
  };
}

/**
 * The filled multiplier of a server; under `absolute`, where no contract has a share, what the open order began at and
 * what was traded of it since.
 *
 * @returns `undefined` where nothing is held, and under `absolute` while no order is open
 */
export function filledOf(
  {
    book,
    orders: [latest],
    loose,
  }: Pick<OrderRecord, 'orders' | 'loose'> & { readonly book: Pick<BookRecord, 'open'> },
  rules: OrderRules,
): number | undefined {
  if (rules['ratio.meaning'] === 'absolute') {
    return latest?.meaning === 'absolute' ? roundOff(latest.from + tradedOf(latest)) : undefined;
  }
  const counts = isCounted(book, rules);
  const hedges = hedgesOf(book);
  const filled = filledMultiplier({ base: rules['ratio.base'], hedges, loose: [loose] }, counts);
  return filled.kind === 'filled' ? filled.multiplier : undefined;
}

/** Whether a server only says how many contracts it holds. */
export function isCounted({ open }: Pick<BookRecord, 'open'>, rules: OrderRules): boolean {
  return open.length === 0 && rules['book.condors'] !== null && rules['book.hedge'] !== null;
}

function hedgesOf({ open }: Pick<BookRecord, 'open'>) {
  return open.flatMap(({ lot }) => (lot.kind === 'hedge' ? [lot] : []));
}

function tradedOf({ fills }: StepOrder): number {
  return fills.reduce((sum, { ticket, each }) => sum + each * (ticket?.quantity ?? 1), 0);
}

type Position = { readonly asked: number; readonly filled: number | undefined };

/** While something is sold the book is not over what is asked: it is on its way there. */
function overBy(latest: StepOrder | undefined, { asked, filled }: Position): number {
  const isSelling = latest !== undefined && !latest.end && latest.side === 'sell';
  return filled === undefined || isSelling ? 0 : roundOff(filled - asked);
}

function owedOf(order: StepOrder, { asked, filled }: Position): OwedReport | undefined {
  if (order.end) {
    return undefined;
  }
  const tickets = owedTickets(order, filled ?? order.from);
  const isOwed = order.plans.length === 0 ? gapOf(order, filled ?? order.from) > 0 : tickets.length > 0;
  return isOwed ? { asked, ...(filled !== undefined && { filled }), order, tickets } : undefined;
}

function gapOf({ side, to }: StepOrder, filled: number): number {
  return roundOff(side === 'buy' ? to - filled : filled - to);
}

/** Whether its rest has lapsed: it may be opened again, and what was asked stays. */
export function isLapsed({ end }: StepOrder): boolean {
  return end?.how === 'expired' || (end?.how === 'cancelled' && end.why === 'late-gate');
}
