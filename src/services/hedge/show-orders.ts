import type { OrdersReport } from '#domain/hedge/order-answer.ts';
import type { FillSlippage } from '#domain/hedge/order-report.ts';
import type { OrderFill, StepOrder } from '#domain/hedge/step-order.ts';
import { orderReport } from '#engine/plan/order-report.ts';
import { isSameContract } from '#engine/plan/owed-tickets.ts';
import { OPTION_MULTIPLIER } from '#engine/valuation/priced-leg.ts';
import { type OrderDeps, orderTerms } from './order-deps.ts';

/** Orders that are listed. */
const LISTED = 20;

/** A server's step orders, newest first: who traded when at what, beside the prices of the order's opening. */
export async function showOrders(deps: OrderDeps, server: string): Promise<OrdersReport> {
  const { settings, terms } = await orderTerms(deps, server);
  const record = await deps.ledger.orderRecord(server);
  return {
    report: orderReport(record, settings),
    orders: record.orders.slice(0, LISTED).map((order) => ({
      order,
      slippage: order.fills.map((fill) => slippageOf(order, fill)),
    })),
    today: terms.today,
    ...(deps.watermark !== undefined && { watermark: deps.watermark }),
  };
}

/** Against the line that it carried out; nothing for another contract, and where nobody said a price. */
function slippageOf({ plans, side }: StepOrder, { ticket }: OrderFill): FillSlippage {
  const line = plans.flatMap(({ tickets }) => tickets).find((one) => isSameContract(one, ticket));
  const price = ticket?.price;
  if (!line || price === undefined) {
    return {};
  }
  const worse = (dollars: number | undefined): number | undefined =>
    dollars === undefined ? undefined : (price - dollars / OPTION_MULTIPLIER) * (side === 'buy' ? 1 : -1);
  const mid = worse(line.mid);
  const theoretical = worse(line.theoretical);
  return {
    ...(mid !== undefined && { mid }),
    ...(theoretical !== undefined && { theoretical }),
  };
}
