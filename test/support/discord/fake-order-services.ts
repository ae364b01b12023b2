import type { HedgeServices } from '#services/hedge/index.ts';
import { anOrder } from '#test/support/book/orders.ts';

const ORDER = anOrder();

const REPORT = {
  meaning: 'multiplier',
  asked: 0.7,
  filled: 0.6,
  owed: { asked: 0.7, filled: 0.6, order: ORDER, tickets: ORDER.plans[0]?.tickets ?? [] },
} as const;

const FOLLOWED = { meaning: 'multiplier', asked: 0.7, filled: 0.68 } as const;

type OrderServices = Pick<
  HedgeServices,
  'showOrders' | 'recordFill' | 'skipOrder' | 'reopenOrder' | 'takeOrder'
>;

/** What may be done with the step order of 2014-09-23: one October call, owed. */
export function someOrderServices(): OrderServices {
  const end = { how: 'done', at: ORDER.openedAt } as const;
  return {
    showOrders: async () => ({
      report: REPORT,
      orders: [{ order: ORDER, slippage: [] }],
      today: '2014-09-24',
    }),
    recordFill: async () => ({
      kind: 'recorded',
      order: { ...ORDER, end },
      fills: [],
      events: [],
      report: FOLLOWED,
      isRepeated: false,
    }),
    skipOrder: async ({ by, why }) => ({
      kind: 'skipped',
      order: { ...ORDER, end: { how: 'skipped', at: ORDER.openedAt, by, why } },
      report: FOLLOWED,
    }),
    reopenOrder: async () => ({ kind: 'reopened', order: ORDER, report: REPORT }),
    takeOrder: async ({ by }) => ({
      kind: 'taken',
      order: ORDER,
      takenBy: { by, at: ORDER.openedAt },
    }),
  };
}
