import type { OrderRecord } from '#domain/hedge/order-record.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { afterwards, settleOrder } from '#engine/plan/settle-order.ts';
import type { DecidedFill, FillContext } from './fill-context.ts';

const PERCENT = /^(?<percent>\d+(?:[.,]\d+)?)\s*%$/;
const ALL = 100;

/** A fill of a server that counts contracts without keeping lots: so much of the step, as a share without a lot. */
export function fillInPercent(
  record: OrderRecord,
  order: StepOrder,
  { request, settings: rules, terms, tradedOn }: FillContext,
): DecidedFill {
  const text = request.text.trim();
  const percent = Number(PERCENT.exec(text)?.groups?.['percent']?.replace(',', '.'));
  if (!(percent > 0 && percent <= ALL)) {
    return { result: { kind: 'refused', faults: [{ kind: 'not-percent', text }] } };
  }
  if (order.end && !request.isConfirmed) {
    const questions = [{ kind: 'after-end', order: order.id } as const];
    return { result: { kind: 'asked', order, tickets: [], questions } };
  }
  const { by, interaction: id } = request;
  const at = terms.now;
  const each = roundOff(((order.to - order.from) * percent) / ALL);
  const fill: OrderFill = { id, percent, tradedOn, each, by, at };
  const loose = roundOff(record.loose + each);
  const orders = settleOrder({ record, order, fills: [fill], lots: [], loose, rules, at });
  const after = { ...afterwards(record, orders), loose };
  return {
    write: { orders, loose },
    result: {
      kind: 'recorded',
      order: orders[0] ?? order,
      fills: [fill],
      events: [],
      report: orderReport(after, rules),
      isRepeated: false,
    },
  };
}
