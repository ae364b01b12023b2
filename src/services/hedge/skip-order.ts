import type { OrderRefusal, OrderRequest, SkipAnswer } from '#domain/hedge/order-answer.ts';
import type { OrderRecord, OrderWrite } from '#domain/hedge/order-record.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Memory } from '#domain/signal/decision.ts';
import type { Session } from '#domain/market/session.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { lastTradingDay } from '#engine/book/lot-terms.ts';
import { filledOf, orderReport } from '#engine/plan/order-report.ts';
import { afterwards } from '#engine/plan/settle-order.ts';
import { openOrderOf, type OrderDeps, orderTerms } from './order-deps.ts';

type Skipped = { readonly write?: OrderWrite; readonly result: SkipAnswer };

/**
 * A steward does not trade what is left of a step: what is asked becomes what is filled. The step stays in the event's
 * budget, and nothing is added in the next three sessions.
 */
export async function skipOrder(
  deps: OrderDeps,
  request: OrderRequest & { readonly why: string },
): Promise<SkipAnswer> {
  const { server, interaction, by } = request;
  const { settings, terms } = await orderTerms(deps, server);
  const why = request.why.trim();
  const on = lastTradingDay(terms);
  return deps.ledger.changeOrders(server, interaction, (record, isRepeated): Skipped => {
    if (isRepeated) {
      return { result: repeated(record, request.order, settings) };
    }
    const order = openOrderOf(record, request.order);
    if ('kind' in order) {
      return { result: order };
    }
    if (why === '') {
      return { result: { kind: 'no-reason', order: order.id } };
    }
    const ended: StepOrder = { ...order, end: { how: 'skipped', at: terms.now, by, why } };
    const memory = skipped(record, order, { on, settings });
    const after = { ...afterwards(record, [ended]), memory };
    return {
      write: { orders: [ended], memory },
      result: { kind: 'skipped', order: ended, report: orderReport(after, settings) },
    };
  });
}

function repeated(record: OrderRecord, id: string, settings: Settings): SkipAnswer {
  const order = record.orders.find((one) => one.id === id);
  const unknown: OrderRefusal = { kind: 'unknown-order', order: id };
  return order ? { kind: 'skipped', order, report: orderReport(record, settings) } : unknown;
}

/** What is remembered once a step was skipped; after a down-step the unwind needs its two closes anew. */
function skipped(
  record: OrderRecord,
  order: StepOrder,
  { on, settings }: { readonly on: Session; readonly settings: Settings },
): Memory {
  const memory = record.memory ?? initialMemory(settings);
  const filled = filledOf(record, settings) ?? settings['ratio.base'];
  const { event } = memory;
  return {
    ...memory,
    programme: {
      ...memory.programme,
      ratio: order.meaning === 'absolute' ? Math.max(settings['ratio.base'], filled) : filled,
      ...(event && order.side === 'buy' && { skipped: { on, event: event.id } }),
    },
    unwindOn: order.side === 'sell' ? [] : memory.unwindOn,
  };
}
