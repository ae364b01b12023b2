import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { OptionQuote } from '#domain/book/mark.ts';
import { black76 } from '#engine/pricing/black-76.ts';
import { boxRate } from '#engine/pricing/box-rate.ts';
import { parityForward, parityGap } from '#engine/pricing/parity-forward.ts';
import { type ParityCase, parityTrade } from '#engine/pricing/parity-trade.ts';
import { middleOf, type StrikePair, strikePairs } from '#engine/pricing/strike-pairs.ts';
import { quantExamples } from '#test/support/engine/quant-examples.ts';

const term = { years: 45 / 365, rate: 0.04 };
const STRIKES = [5_600, 5_800, 5_900, 5_950, 6_000, 6_050, 6_100, 6_300];

function pairAt(strike: number, forward = 6_012.5): StrikePair {
  const option = { forward, strike, ...term, volatility: 0.15 };
  return {
    strike,
    call: black76({ ...option, right: 'call' }).price,
    put: black76({ ...option, right: 'put' }).price,
  };
}

describe('parityForward', () => {
  it('finds the forward that a chain was priced on, within and beyond its strikes', () => {
    fc.assert(
      fc.property(fc.double({ min: 5_000, max: 7_000, noNaN: true }), (forward) => {
        const found = parityForward(
          STRIKES.map((strike) => pairAt(strike, forward)),
          term,
        );
        expect(found?.forward).toBeCloseTo(forward, 7);
        expect(found?.pairs).toBe(5);
        expect(found?.disagreement).toBeLessThan(1e-7);
      }),
    );
  });

  it('is not moved by one stale strike near the money', () => {
    const pairs = STRIKES.map((strike) => pairAt(strike));
    const stale = pairs.map((pair) => (pair.strike === 6_000 ? { ...pair, call: pair.call + 15 } : pair));
    const found = parityForward(stale, term);
    expect(found?.forward).toBeCloseTo(6_012.5, 6);
    expect(found?.disagreement).toBeGreaterThan(14);
  });

  it('takes the middle of two where there are two', () => {
    const pairs = [
      { strike: 20, call: 1.5, put: 1 },
      { strike: 21, call: 1, put: 1.3 },
    ];
    expect(parityForward(pairs, { years: 0, rate: 0.04 })?.forward).toBeCloseTo((20.5 + 20.7) / 2, 12);
  });

  it('is absent without a pair', () => {
    expect(parityForward([], term)).toBeUndefined();
  });

  it('refuses negative time', () => {
    expect(() => parityForward([pairAt(6_000)], { years: -1, rate: 0 })).toThrow(RangeError);
    expect(() => parityForward([pairAt(6_000)], { years: 1, rate: Number.NaN })).toThrow(RangeError);
  });
});

describe('strikePairs', () => {
  const quote = (change: Partial<OptionQuote>): OptionQuote => ({
    root: 'SPX',
    expiry: '2023-07-21',
    settlement: 'PM',
    strike: 4_500,
    right: 'call',
    bid: 10,
    ask: 11,
    ...change,
  });

  it('pairs what has two sides on both, by strike', () => {
    const quotes = [
      quote({ strike: 4_510 }),
      quote({ strike: 4_510, right: 'put', bid: 8, ask: 8 }),
      quote({}),
      quote({ right: 'put', bid: 5, ask: 7 }),
      quote({ strike: 4_520 }),
      quote({ strike: 4_530, right: 'put' }),
    ];
    expect(strikePairs(quotes)).toEqual([
      { strike: 4_500, call: 10.5, put: 6 },
      { strike: 4_510, call: 10.5, put: 8 },
    ]);
  });

  it.each([{ bid: 0 }, { bid: 12 }, { bid: Number.NaN }, { ask: Infinity }, { bid: -1 }])(
    'leaves a strike out that is quoted %o',
    (change) => {
      expect(strikePairs([quote(change), quote({ right: 'put' })])).toEqual([]);
    },
  );

  it('has no middle without a bid', () => {
    expect(middleOf({ ask: 0.05 })).toBeUndefined();
  });

  it('refuses to mix expirations, or morning and afternoon settlement', () => {
    expect(() => strikePairs([quote({}), quote({ settlement: 'AM' })])).toThrow('one expiration');
    expect(() => strikePairs([quote({}), quote({ expiry: '2023-07-28' })])).toThrow(RangeError);
  });
});

describe('boxRate', () => {
  it('finds the rate that both strikes were priced with, in either order', () => {
    const [low, high] = [pairAt(5_600), pairAt(6_300)];
    expect(boxRate(low, high, term.years)).toBeCloseTo(0.04, 9);
    expect(boxRate(high, low, term.years)).toBeCloseTo(0.04, 9);
  });

  it('is absent for one strike, at expiry, and for a box that costs nothing', () => {
    const [low, high] = [pairAt(5_600), pairAt(6_300)];
    expect(boxRate(low, low, term.years)).toBeUndefined();
    expect(boxRate(low, high, 0)).toBeUndefined();
    expect(boxRate({ ...low, call: 0, put: 0 }, { ...high, call: 0, put: 0 }, 1)).toBeUndefined();
  });
});

describe('parityGap', () => {
  const Inputs = z.object({
    call: z.number(),
    put: z.number(),
    S: z.number(),
    K: z.number(),
    T: z.number(),
    r: z.number(),
    q: z.number(),
  });
  const Expected = z.object({
    gap: z.number(),
    syntheticForward: z.number(),
    theoreticalForward: z.number(),
  });

  it.each(quantExamples('parityGap').map((example) => [example.id, example] as const))(
    '%s: the worked example holds',
    (_, { inputs, expected }) => {
      const { call, put, S: spot, K: strike, T: years, r: rate, q } = Inputs.parse(inputs);
      const wanted = Expected.parse(expected);
      const forward = spot * Math.exp((rate - q) * years);
      const found = parityGap({ strike, call, put }, forward, { years, rate });
      expect(found.gap).toBeCloseTo(wanted.gap, 10);
      expect(found.syntheticForward).toBeCloseTo(wanted.syntheticForward, 9);
      expect(found.forward).toBeCloseTo(wanted.theoreticalForward, 9);
      expect(found.forwardGap).toBeCloseTo(wanted.syntheticForward - wanted.theoreticalForward, 9);
    },
  );

  it('is nothing for a chain priced on that forward', () => {
    expect(parityGap(pairAt(5_900), 6_012.5, term).gap).toBeCloseTo(0, 9);
  });
});

describe('parityTrade', () => {
  // Zero rates, so that the forward less the strike is what call less put must be.
  const fair: ParityCase = {
    threshold: 0.1,
    strike: 6_000,
    call: { bid: 60, ask: 60.5, asOf: 1_000 },
    put: { bid: 40, ask: 40.5, asOf: 2_000 },
    third: { bid: 6_019.9, ask: 6_020.1, asOf: 3_000 },
    paid: { as: 'forward' },
    years: 0.1,
    rate: 0,
    fee: 0,
  };

  it('finds no opportunity in a fair market, and says how far either trade is from one', () => {
    const found = parityTrade(fair);
    expect(found).toEqual({
      kind: 'no-opportunity',
      reason: 'below-threshold',
      edges: { conversion: expect.closeTo(-0.6, 9), reversal: expect.closeTo(-0.6, 9) },
    });
  });

  it('flags a conversion once more than 0.10 SPX points are left after fees', () => {
    const rich = { ...fair, call: { ...fair.call, bid: 61, ask: 61.5 } };
    expect(parityTrade(rich)).toMatchObject({
      kind: 'opportunity',
      side: 'conversion',
      edge: expect.closeTo(0.4, 9),
    });
    // Three legs at $10.50 are 0.315 points.
    expect(parityTrade({ ...rich, fee: 10.5 })).toMatchObject({
      kind: 'no-opportunity',
      reason: 'below-threshold',
    });
  });

  it('flags a reversal of VIX options over their future once more than 0.05 points are left', () => {
    const vix: ParityCase = {
      ...fair,
      threshold: 0.05,
      strike: 20,
      call: { bid: 1.4, ask: 1.45, asOf: 0 },
      put: { bid: 2, ask: 2.05, asOf: 0 },
      third: { bid: 19.52, ask: 19.55, asOf: 0 },
    };
    expect(parityTrade(vix)).toMatchObject({ side: 'reversal', edge: expect.closeTo(0.07, 9) });
    expect(parityTrade({ ...vix, fee: 1 })).toMatchObject({ reason: 'below-threshold' });
  });

  it('discounts the strike, and the index by its dividends', () => {
    const spot = { bid: 5_990, ask: 5_990, asOf: 0 };
    const found = parityTrade({
      ...fair,
      third: spot,
      paid: { as: 'spot', dividendYield: 0.013 },
      rate: 0.04,
      years: 0.5,
    });
    const parity = 5_990 * Math.exp(-0.0065) - 6_000 * Math.exp(-0.02);
    expect(found).toMatchObject({
      edges: {
        conversion: expect.closeTo(60 - 40.5 - parity, 9),
        reversal: expect.closeTo(parity - (60.5 - 40), 9),
      },
    });
  });

  it.each([
    ['quotes-apart', { third: { ...fair.third, asOf: 6_000 } }],
    ['one-sided', { put: { ask: 40.5, asOf: 2_000 } }],
    ['one-sided', { put: { bid: 0, ask: 40.5, asOf: 2_000 } }],
    ['one-sided', { call: { bid: 61, ask: 60.5, asOf: 2_000 } }],
    ['expired', { years: 0 }],
    ['impossible-input', { years: -1 }],
    ['impossible-input', { strike: 0 }],
    ['impossible-input', { rate: Number.NaN }],
    ['impossible-input', { fee: -1 }],
    ['impossible-input', { paid: { as: 'spot' as const, dividendYield: Number.NaN } }],
    ['impossible-input', { call: { ...fair.call, asOf: Number.NaN } }],
  ] as const)('has none because %s', (reason, change) => {
    expect(parityTrade({ ...fair, ...change })).toEqual({ kind: 'no-opportunity', reason });
  });

  it('never leaves both sides an edge', () => {
    const price = fc.double({ min: 0.05, max: 100, noNaN: true });
    fc.assert(
      fc.property(
        fc.tuple(price, price, price),
        fc.tuple(price, price),
        ([callBid, putBid, bid], [wide, tight]) => {
          const found = parityTrade({
            ...fair,
            strike: 50,
            call: { bid: callBid, ask: callBid + wide, asOf: 0 },
            put: { bid: putBid, ask: putBid + tight, asOf: 0 },
            third: { bid, ask: bid, asOf: 0 },
          });
          const edges = 'edges' in found ? found.edges : { conversion: Infinity, reversal: Infinity };
          expect(edges.conversion + edges.reversal).toBeLessThanOrEqual(1e-9);
        },
      ),
    );
  });
});
