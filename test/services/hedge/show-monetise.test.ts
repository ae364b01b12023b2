import { describe, expect, it } from 'vitest';
import { NoLiveSources } from '#domain/problem.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';
import { measureMarket } from '#engine/evidence/measure-market.ts';
import { showMonetise } from '#services/hedge/show-monetise.ts';
import { anOrder } from '#test/support/book/orders.ts';
import { WORKED_AS_OF, WORKED_POSITIONS } from '#test/support/book/worked-book.ts';
import { workedHoldings } from '#test/support/book/worked-holdings.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { decide } from '#test/support/engine/play-story.ts';
import { memoryAfter, official } from '#test/support/engine/weak-cpi-story.ts';

const { signal } = new AbortController();
const OWNER = { server: '1' };
const snapshot = official(1);
const memory = memoryAfter(0);
const DECISION = decide(snapshot, { memory });
const NO_STEP = { ...DECISION, ratio: { ...DECISION.ratio, step: 0 } };

/** Lots that cost next to nothing, so that each has paid. */
const CHEAP = {
  ...WORKED_POSITIONS,
  hedges: WORKED_POSITIONS.hedges.map((lot) => ({ ...lot, cost: 0.1 })),
};

function setUp({
  orders = [],
  decision = NO_STEP,
  hasMarket = true,
}: {
  readonly orders?: readonly StepOrder[];
  readonly decision?: typeof DECISION;
  readonly hasMarket?: boolean;
} = {}) {
  const settings = someSettings();
  return {
    settings: { read: async () => ({ version: 1, settings, changes: [] }) },
    marketClock: { now: () => WORKED_AS_OF },
    readHoldings: async () => workedHoldings(CHEAP),
    ledger: {
      orderRecord: async () => ({
        memory,
        book: { revision: 1, open: [], ended: [], pending: [], proposalsMade: 0 },
        server: '1',
        orders,
        loose: 0,
      }),
    },
    async decideNow() {
      if (!hasMarket) {
        throw new NoLiveSources();
      }
      return { decision, snapshot, settings, market: measureMarket(snapshot) };
    },
  };
}

describe('showMonetise', () => {
  it('tells what tranches bring, on the closes of the VIX', async () => {
    const { report, isHeld } = await showMonetise(setUp(), OWNER, signal);
    expect(isHeld).toBe(true);
    expect(report.vix).toBe(snapshot.market.vix.closes.at(-1)?.close);
    expect(report.triggers.map(({ kind }) => kind)).toEqual(['lot', 'lot', 'lot']);
    expect(report.tranches).toMatchObject([
      { act: 'sell', quantity: 9 },
      { act: 'sell', quantity: 9 },
      { act: 'sell', quantity: 5 },
    ]);
    expect(report.cover?.before).toMatchObject({ shock: { spotPercent: -4, volPoints: 10 } });
  });

  it('looks at lots alone where no market is known', async () => {
    const { report } = await showMonetise(setUp({ hasMarket: false }), OWNER, signal);
    expect(report).not.toHaveProperty('vix');
    expect(report.triggers).toHaveLength(3);
  });

  it('is kept back by an order that buys, until it has ended', async () => {
    const order = anOrder();
    expect((await showMonetise(setUp({ orders: [order] }), OWNER, signal)).report).toMatchObject({
      triggers: [],
      block: 'up-order',
    });
    const done = { ...order, end: { how: 'done', at: 1 } } as const;
    expect((await showMonetise(setUp({ orders: [done] }), OWNER, signal)).report).not.toHaveProperty('block');
    const selling = { ...order, side: 'sell' } as const;
    expect((await showMonetise(setUp({ orders: [selling] }), OWNER, signal)).report).not.toHaveProperty(
      'block',
    );
  });

  it('is kept back on the session of an up-step, traded or not', async () => {
    const stepping = { ...DECISION, ratio: { ...DECISION.ratio, step: 0.1 } };
    expect((await showMonetise(setUp({ decision: stepping }), OWNER, signal)).report.block).toBe('up-step');
    const done = {
      ...anOrder(),
      session: snapshot.lastSession,
      end: { how: 'done', at: 1 },
    } as const;
    expect((await showMonetise(setUp({ orders: [done] }), OWNER, signal)).report.block).toBe('up-step');
  });

  it('asks no order of a member’s own book', async () => {
    const own = { ...OWNER, member: '2' };
    const { report } = await showMonetise(setUp({ orders: [anOrder()] }), own, signal);
    expect(report).not.toHaveProperty('block');
  });
});
