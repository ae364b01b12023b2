import type { StepOrder } from '#domain/hedge/step-order.ts';

/** An up-step from 0.60 to 0.70 after the close of 2014-09-23, filled by one October call to 0.68. */
export function anOrder(more: Partial<StepOrder> = {}): StepOrder {
  const call = {
    layer: 'short',
    right: 'call',
    strike: 16,
    expiry: '2014-10-22',
    unit: 21.01,
    theoretical: 134,
  } as const;
  return {
    id: 'O1',
    reason: 'step',
    side: 'buy',
    from: 0.6,
    to: 0.7,
    decision: '2014-09-23.official',
    session: '2014-09-23',
    openedAt: Date.UTC(2014, 8, 23, 20, 15),
    window: {
      session: '2014-09-24',
      from: Date.UTC(2014, 8, 24, 13, 45),
      until: Date.UTC(2014, 8, 24, 19, 50),
      after: 'opening',
    },
    meaning: 'multiplier',
    validUntil: Date.UTC(2014, 8, 30, 20),
    scale: { kind: 'exposure', total: 157.575 },
    plans: [
      {
        style: 'delta',
        tickets: [{ ...call, side: 'buy', quantity: 1, each: 0.08 }],
        calls: [{ ...call, weight: 4 }],
        reaches: 0.68,
        oneMoreReaches: 0.76,
      },
    ],
    units: { calls: [], futures: [], shares: [] },
    fills: [],
    ...more,
  };
}
