import type { OrderDraft, OrderTicket, StepOrder } from '#domain/hedge/step-order.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';

/** 09:45 to 15:50 in New York on 2014-09-24. */
export const WINDOW = {
  session: '2014-09-24',
  from: Date.UTC(2014, 8, 24, 13, 45),
  until: Date.UTC(2014, 8, 24, 19, 50),
  after: 'opening',
} as const;

/** What the step of 2014-09-23 buys of ten condors' hedge. */
export const A_TICKET: OrderTicket = {
  side: 'buy',
  quantity: 1,
  layer: 'short',
  right: 'call',
  strike: 16,
  expiry: '2014-10-22',
  unit: 25.6,
  each: 0.08,
  theoretical: 134,
};

export const A_DRAFT: OrderDraft = {
  reason: 'step',
  side: 'buy',
  from: 0.6,
  to: 0.7,
  decision: '2014-09-23.official',
  session: '2014-09-23',
  window: WINDOW,
  meaning: 'multiplier',
  validUntil: Date.UTC(2014, 8, 30, 20),
  scale: { kind: 'exposure', total: 187 },
  plans: [{ style: 'delta', tickets: [A_TICKET], reaches: 0.68, oneMoreReaches: 0.73 }],
  units: { calls: [], futures: [], shares: [] },
};

export const AN_ORDER: StepOrder = { ...A_DRAFT, id: 'O1', openedAt: CLOSE_OF_2014_09_23, fills: [] };
