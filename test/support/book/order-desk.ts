import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import type { Settings } from '#domain/settings/settings.ts';
import { initialMemory } from '#engine/decision/evaluate.ts';
import { bindHoldings } from '#services/book/index.ts';
import { recordFill } from '#services/hedge/record-fill.ts';
import { showOrders } from '#services/hedge/show-orders.ts';
import { type BookDesk, openBookDesk } from './book-desk.ts';
import { aCall, aCondor, addedEvent, booked, STEWARD } from './lots.ts';
import { anOrder } from './orders.ts';
import { dotRenderer } from '#test/support/engine/dot-renderer.ts';

export const SERVER = '1290000000000000001';
export const BUY = 'BTO 1 VIX 1/20/2027 22C @1.90';

export const LINE = {
  side: 'buy',
  layer: 'short',
  right: 'call',
  strike: 22,
  expiry: '2027-01-20',
  unit: 20,
  mid: 185,
  theoretical: 180,
} as const;

/** Opened after the close of Monday 2026-11-30: from 0.60 to 0.70, one contract counts 0.04. */
export const OPEN: StepOrder = anOrder({
  session: '2026-11-30',
  openedAt: Date.UTC(2026, 10, 30, 21, 15),
  validUntil: Date.UTC(2026, 11, 7, 21),
  scale: { kind: 'exposure', total: 300 },
  plans: [
    {
      style: 'delta',
      tickets: [{ ...LINE, quantity: 2, each: 0.04 }],
      calls: [{ ...LINE, weight: 4 }],
      reaches: 0.68,
      oneMoreReaches: 0.72,
    },
  ],
  units: {
    calls: [{ expiry: '2027-02-17', strike: 24, unit: 15 }],
    futures: [{ expiry: '2027-01-20', unit: 1_000 }],
    shares: [{ symbol: 'VXX', unit: 0.5 }],
  },
});

/** Acts on orders over a book of ten condors and eight calls, with 0.70 asked. */
export type OrderDesk = BookDesk & {
  readonly deps: Parameters<typeof recordFill>[0];
  readonly fill: (text: string, more?: Partial<FillRequest>) => Promise<FillAnswer>;
  readonly filled: () => Promise<number | undefined>;
};

export async function openOrderDesk(
  order: StepOrder | undefined,
  settings: Partial<Settings> = {},
): Promise<OrderDesk> {
  const desk = await openBookDesk();
  desk.set({ 'ratio.base': 0.6, ...settings });
  const { parts, ledger } = desk;
  const log = { error: () => undefined };
  const deps = { ...parts, ledger, ...bindHoldings({ ...parts, ledger, charts: dotRenderer, log }) };
  const memory = initialMemory({ 'ratio.base': 0.6 });
  const lots = [aCondor(), aCall({ quantity: 8 })];
  await ledger.changeOrders(SERVER, undefined, () => ({
    write: {
      memory: { ...memory, programme: { ratio: 0.7, upUsed: 0.1, lastUpStep: '2026-11-30' } },
      book: {
        lots: lots.map((lot) => booked(lot)),
        events: lots.map((lot) => addedEvent(lot)),
        proposals: [],
      },
      ...(order && { orders: [order] }),
    },
    result: undefined,
  }));
  let presses = 0;
  return {
    ...desk,
    deps,
    fill: (text, more = {}) => {
      presses += 1;
      const interaction = `i${presses}`;
      return recordFill(deps, {
        server: SERVER,
        by: STEWARD,
        interaction,
        text,
        isConfirmed: false,
        ...more,
      });
    },
    filled: async () => (await showOrders(deps, SERVER)).report.filled,
  };
}
