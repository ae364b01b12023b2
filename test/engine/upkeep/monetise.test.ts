import { describe, expect, it } from 'vitest';
import type { LayerName, VolatilityOption } from '#domain/book/lot.ts';
import { monetise, type MonetiseCase, type PaidLot } from '#engine/upkeep/monetise.ts';

const CONTRACT = { instrument: 'VIX', right: 'call', strike: 16, expiry: '2014-10-22' };
const RULES = { isEnabled: true, gate: 20, deviations: 1.5, multiple: 5 };

const paid = (
  layer: LayerName,
  quantity: number,
  prices: { readonly cost?: number; readonly bid?: number; readonly theoretical?: number },
): PaidLot => {
  const lot: VolatilityOption = {
    id: `H-${layer}`,
    kind: 'hedge',
    instrument: 'VIX',
    right: 'call',
    layer,
    strike: 16,
    expiry: '2014-10-22',
    quantity,
    openedOn: '2014-09-16',
  };
  return { lot, ...prices };
};

/** Twenty closes between 13 and 15, then today's. */
const closesTo = (today: number): readonly number[] => [
  ...Array.from({ length: 20 }, (_, place) => (place % 2 === 0 ? 13 : 15)),
  today,
];

const look = (more: Partial<MonetiseCase> = {}) =>
  monetise({
    closes: closesTo(26),
    lots: [paid('short', 9, { cost: 134, bid: 400 })],
    baseSize: { short: 4, medium: 4, long: 2 },
    rules: RULES,
    ...more,
  });

describe('monetise', () => {
  it('fires at the second gate, 1.5 deviations above the 20 closes before, with lots above cost', () => {
    const { triggers, mean } = look();
    // Mean 14; SD n − 1 of ten 13s and ten 15s: √(20/19); 12 ÷ 1.02598.
    expect(mean).toBe(14);
    expect(triggers).toMatchObject([{ kind: 'market', vix: 26 }]);
    expect(triggers[0]?.kind === 'market' && triggers[0].score).toBeCloseTo(12 / Math.sqrt(20 / 19), 9);
  });

  it('raises nothing by selling a future, whose gains were settled daily', () => {
    const future: PaidLot = {
      lot: {
        id: 'F1',
        kind: 'hedge',
        instrument: 'VX',
        expiry: '2014-10-22',
        quantity: 3,
        openedOn: '2014-09-16',
      },
      cost: 15_000,
      theoretical: 26_000,
    };
    const [tranche] = look({ lots: [future] }).tranches;
    expect(tranche).toMatchObject({ lotId: 'F1', act: 'sell', quantity: 1 });
    expect(tranche).not.toHaveProperty('cash');
  });

  it.each([
    ['below the gate', { closes: closesTo(19.99) }],
    ['not far above its last closes', { closes: [...Array.from({ length: 20 }, (_, day) => 15 + day), 26] }],
    ['with 19 closes before today', { closes: closesTo(26).slice(1) }],
    ['on lots that are worth less than they cost', { lots: [paid('short', 9, { cost: 500, bid: 400 })] }],
    ['on lots of unknown cost', { lots: [paid('short', 9, { bid: 400 })] }],
    ['while an order still buys', { block: 'up-order' }],
    ['on the session of an up-step', { block: 'up-step' }],
    ['where it is switched off', { rules: { ...RULES, isEnabled: false } }],
  ] as const)('says nothing %s', (_, more) => {
    expect(look(more)).toMatchObject({ triggers: [], tranches: [] });
  });

  it('fires for a lot that is worth five times its cost, however calm the market', () => {
    const five = look({ closes: closesTo(14), lots: [paid('short', 9, { cost: 100, bid: 500 })] });
    expect(five.triggers).toEqual([{ kind: 'lot', lotId: 'H-short', multiple: 5 }]);
    const less = look({ closes: closesTo(14), lots: [paid('short', 9, { cost: 100, bid: 499 })] });
    expect(less.triggers).toEqual([]);
  });

  it('sells a third of what is held, and no base contract', () => {
    expect(look().tranches).toEqual([
      { lotId: 'H-short', layer: 'short', contract: CONTRACT, act: 'sell', quantity: 3, cash: 1200 },
    ]);
    const five = look({ lots: [paid('short', 5, { cost: 134, bid: 400 })] });
    expect(five.tranches).toMatchObject([{ act: 'sell', quantity: 1 }]);
  });

  it('proposes the roll alone where only the base size is held', () => {
    const base = look({ lots: [paid('short', 4, { cost: 134, bid: 400 })] });
    expect(base.tranches).toEqual([
      { lotId: 'H-short', layer: 'short', contract: CONTRACT, act: 'roll', quantity: 1 },
    ]);
  });

  it('says of cash without a bid that it is the model’s', () => {
    const model = look({ lots: [paid('short', 9, { cost: 134, theoretical: 300 })] });
    expect(model.tranches).toMatchObject([{ cash: 900, isModel: true }]);
  });
});
