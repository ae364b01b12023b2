import type { OrderReport } from '#domain/hedge/order-report.ts';
import type { Decision } from '#domain/signal/decision.ts';
import { endAtClose } from '#engine/plan/end-orders.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { afterwards } from '#engine/plan/settle-order.ts';
import { type OrderDeps, orderTerms } from './order-deps.ts';

/**
 * Where a server's book stands beside what its rules ask, at a decision. At an official close an order whose time is up
 * expires, and one that buys is cancelled where the late gate holds; what was asked stays.
 */
export async function tendOrders(
  deps: OrderDeps,
  server: string,
  { evaluation, standDown, asOf: at }: Pick<Decision, 'evaluation' | 'standDown' | 'asOf'>,
): Promise<OrderReport> {
  const { settings } = await orderTerms(deps, server);
  const isLate = standDown.some((reason) => reason !== 'fomc');
  return deps.ledger.changeOrders(server, undefined, (record) => {
    const ended = evaluation.kind === 'official' ? endAtClose(record.orders, { at, isLate }) : [];
    return {
      ...(ended.length > 0 && { write: { orders: ended } }),
      result: orderReport(afterwards(record, ended), settings),
    };
  });
}
