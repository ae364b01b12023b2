import { describe, expect, it } from 'vitest';
import { orderPlanView } from '#discord/views/hedge/order-plan-view.ts';
import { ordersView } from '#discord/views/hedge/orders-view.ts';
import type { OrdersReport } from '#domain/hedge/order-answer.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import { AN_ORDER } from '#test/support/discord/sample-order.ts';
import { textOf } from '#test/support/discord/view-facts.ts';

const UNNAMED: StepOrder = { ...AN_ORDER, plans: [], unnamed: 'no-listing' };
const SAID =
  'no contract can be named, for nothing listed could be priced: carry the hedge from 0.60 to 0.70';

const reportOf = (order: StepOrder): OrdersReport => ({
  report: { meaning: 'multiplier', asked: 0.7, filled: 0.6 },
  orders: [{ order, slippage: [] }],
  today: '2014-09-24',
});

describe('an order that names no contract', () => {
  it('says why in the list of orders, and where contracts are named nothing', () => {
    expect(textOf(ordersView(reportOf(UNNAMED), false))).toContain(SAID);
    expect(textOf(ordersView(reportOf(AN_ORDER), false))).not.toContain('no contract can be named');
  });

  it('says why in its plan', () => {
    expect(textOf(orderPlanView(UNNAMED, reportOf(UNNAMED), false))).toContain(SAID);
  });
});
