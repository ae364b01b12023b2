import type { HoldingsServices } from '#services/book/index.ts';

/** Steps that open nothing, where a test is about something else. */
export const noOrders: Pick<HoldingsServices, 'draftOrder' | 'tendOrders'> = {
  draftOrder: async () => ({ kind: 'none', reason: 'no-book' }),
  tendOrders: async () => ({ meaning: 'multiplier', asked: 0.6 }),
};
