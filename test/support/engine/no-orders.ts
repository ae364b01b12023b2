import type { HoldingsServices } from '#services/book/index.ts';

/** Steps that open nothing, where a test is about something else. */
export const noOrders: Pick<HoldingsServices, 'draftOrder' | 'sharePrices' | 'tendOrders'> = {
  sharePrices: () => () => Promise.reject(new Error('no prices are asked for here')),
  draftOrder: async () => ({ kind: 'none', reason: 'no-book' }),
  tendOrders: async () => ({ meaning: 'multiplier', asked: 0.6 }),
};
