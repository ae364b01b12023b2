import { rebalanceWindow } from '#calendar/rebalance-window.ts';
import type { OrderRequest, ReopenAnswer } from '#domain/hedge/order-answer.ts';
import type { OrderRecord, OrderWrite } from '#domain/hedge/order-record.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import { isLapsed, orderReport } from '#engine/plan/order-report.ts';
import { afterwards } from '#engine/plan/settle-order.ts';
import { ORDER_SESSIONS } from '#engine/plan/step-order.ts';
import type { DecisionLedger } from '#ports/ledger/ledger.ts';
import { type OrderDeps, orderTerms } from './order-deps.ts';

type ReopenDeps = OrderDeps & { readonly ledger: Pick<DecisionLedger, 'decisions'> };

type Reopened = { readonly write?: OrderWrite; readonly result: ReopenAnswer };

/**
 * Opens the rest of an order that has lapsed once more, as long as one that opens now; its unit stays what it was. Refused while
 * the late gate of the last decision holds.
 */
export async function reopenOrder(deps: ReopenDeps, request: OrderRequest): Promise<ReopenAnswer> {
  const { server, interaction } = request;
  const { settings, terms } = await orderTerms(deps, server);
  const { calendar } = deps;
  const [decision] = await deps.ledger.decisions(server, 1);
  const isLate = decision?.standDown.some((reason) => reason !== 'fomc') === true;
  const session = calendar.lastUsable(terms.now);
  const validity = {
    session,
    window: rebalanceWindow(terms.now, calendar),
    validUntil: calendar.closesAt(calendar.shift(session, ORDER_SESSIONS)),
  };
  return deps.ledger.changeOrders(server, interaction, (record, isRepeated): Reopened => {
    const order = lapsedOrderOf(record, request.order, isRepeated);
    if ('kind' in order) {
      return { result: order };
    }
    if (isRepeated) {
      return { result: { kind: 'reopened', order, report: orderReport(record, settings) } };
    }
    if (isLate && order.side === 'buy') {
      return { result: { kind: 'late-gate', order } };
    }
    const { end: _end, ...open } = order;
    const reopened: StepOrder = { ...open, ...validity };
    const report = orderReport(afterwards(record, [reopened]), settings);
    return { write: { orders: [reopened] }, result: { kind: 'reopened', order: reopened, report } };
  });
}

/** The latest order, if it has lapsed. */
function lapsedOrderOf(
  { orders }: Pick<OrderRecord, 'orders'>,
  id: string,
  isRepeated: boolean,
): StepOrder | ReopenAnswer {
  const order = orders.find((one) => one.id === id);
  if (!order) {
    return { kind: 'unknown-order', order: id };
  }
  const isLatest = orders[0]?.id === id;
  return isRepeated || (isLatest && isLapsed(order)) ? order : { kind: 'not-lapsed', order };
}
