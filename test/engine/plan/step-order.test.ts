import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { VolatilityOption } from '#domain/book/lot.ts';
import { filledMultiplier, shareOfContract } from '#engine/plan/filled-multiplier.ts';
import type { OrderCall } from '#domain/hedge/step-order.ts';
import { isFilled } from '#engine/plan/owed-tickets.ts';
import { fitDownOrder, fitUpOrder, ORDER_SESSIONS } from '#engine/plan/step-order.ts';

/** The book of 2014-09-23 in methodology §10 by the model: exposure of one contract, dollars per point of VIX. */
const OCT = {
  layer: 'short',
  right: 'call',
  strike: 16,
  expiry: '2014-10-22',
  unit: 21.01,
  weight: 4,
} as const;
const JAN = {
  layer: 'medium',
  right: 'call',
  strike: 18,
  expiry: '2015-01-21',
  unit: 12.02,
  weight: 4,
} as const;
const APR = {
  layer: 'long',
  right: 'call',
  strike: 20,
  expiry: '2015-04-15',
  unit: 8.99,
  weight: 2,
} as const;
const CALLS: readonly OrderCall[] = [OCT, JAN, APR];
const E0 = 4 * OCT.unit + 4 * JAN.unit + 2 * APR.unit;
const ORDER = { from: 0.6, scale: { kind: 'exposure', total: E0 } } as const;

const lot = (quantity: number, each?: number): VolatilityOption => ({
  id: `H${quantity}-${each ?? 'base'}`,
  kind: 'hedge',
  instrument: 'VIX',
  right: 'call',
  layer: 'short',
  strike: 16,
  expiry: '2014-10-22',
  quantity,
  openedOn: '2014-09-24',
  ...(each !== undefined && { step: { order: 'O1', each } }),
});

describe('filledMultiplier', () => {
  it('is base for a book that no step has touched, whatever it holds', () => {
    expect(filledMultiplier({ base: 0.6, hedges: [lot(4), lot(2)] })).toEqual({
      kind: 'filled',
      multiplier: 0.6,
    });
  });

  it('adds the share of every step contract still held, and may pass what was asked', () => {
    expect(filledMultiplier({ base: 0.6, hedges: [lot(4), lot(3, 0.05)] })).toMatchObject({
      multiplier: 0.75,
    });
  });

  it('reads "no hedge" where nothing is held, and never base', () => {
    expect(filledMultiplier({ base: 0.6, hedges: [] })).toEqual({ kind: 'no-hedge' });
  });

  it('takes shares without a lot from servers that only count', () => {
    const counted = filledMultiplier({ base: 0.6, hedges: [], loose: [0.05] }, true);
    expect(counted).toEqual({ kind: 'filled', multiplier: 0.65 });
  });
});

describe('shareOfContract', () => {
  it('is q₀·u/E₀, or q₀ over the contracts held where one of them had no value', () => {
    expect(shareOfContract(ORDER, OCT.unit)).toBeCloseTo((0.6 * 21.01) / E0, 12);
    expect(shareOfContract({ from: 0.6, scale: { kind: 'contracts', held: 10 } }, undefined)).toBeCloseTo(
      0.06,
      12,
    );
  });

  it('is none where there is nothing to measure by', () => {
    expect(shareOfContract(ORDER, undefined)).toBeUndefined();
    expect(shareOfContract({ from: 0.6, scale: { kind: 'exposure', total: 0 } }, 20)).toBeUndefined();
    expect(shareOfContract({ from: 0.6, scale: { kind: 'contracts', held: 0 } }, 20)).toBeUndefined();
  });
});

describe('fitUpOrder', () => {
  const up = (filled: number, asked: number) =>
    fitUpOrder({ filled, asked, order: ORDER, style: 'delta', calls: CALLS });

  it('asks on 2014-09-23 for one October 16 call: reaches 0.68, one more 0.73', () => {
    const fitted = up(0.6, 0.7);
    expect(fitted).toMatchObject({
      kind: 'plan',
      plan: { tickets: [{ side: 'buy', quantity: 1, strike: 16, expiry: '2014-10-22' }] },
    });
    const plan = fitted.kind === 'plan' ? fitted.plan : undefined;
    expect(plan?.reaches).toBeCloseTo(0.684, 2);
    expect(plan?.oneMoreReaches).toBeGreaterThan(0.73);
  });

  it('opens nothing where the book is there already, and never sells', () => {
    expect(up(0.7, 0.7)).toEqual({ kind: 'none', reason: 'already-there' });
    expect(up(0.75, 0.7)).toEqual({ kind: 'none', reason: 'already-there' });
  });

  it('says what one contract would reach where none comes nearer', () => {
    const fitted = up(0.6, 0.63);
    expect(fitted).toMatchObject({ kind: 'none', reason: 'no-whole-contract' });
    expect(fitted.kind === 'none' && fitted.oneWouldReach).toBeCloseTo(0.6 + (0.6 * OCT.unit) / E0, 9);
  });

  it('is never on the far side of the nearest contract, and only buys', () => {
    const multiplier = fc.integer({ min: 20, max: 150 }).map((hundredths) => hundredths / 100);
    fc.assert(
      fc.property(multiplier, multiplier, (filled, asked) => {
        const fitted = up(filled, asked);
        if (fitted.kind === 'none') {
          return asked <= filled || (fitted.oneWouldReach ?? 0) - asked >= asked - filled - 1e-9;
        }
        const largest = (0.6 * OCT.unit) / E0;
        return (
          asked > filled &&
          fitted.plan.tickets.every(({ side, quantity }) => side === 'buy' && quantity >= 1) &&
          Math.abs(fitted.plan.reaches - asked) <= largest
        );
      }),
    );
  });
});

describe('isFilled', () => {
  it('is done at 0.68 of 0.70, and not at 0.60', () => {
    const fitted = fitUpOrder({ filled: 0.6, asked: 0.7, order: ORDER, style: 'delta', calls: CALLS });
    const plans = fitted.kind === 'plan' ? [fitted.plan] : [];
    expect(isFilled({ ...ORDER, reason: 'step', to: 0.7, side: 'buy', plans, fills: [] }, 0.6)).toBe(false);
    expect(isFilled({ ...ORDER, reason: 'step', to: 0.7, side: 'buy', plans, fills: [] }, 0.684)).toBe(true);
    // One October call more is 0.084: at 0.65 it comes nearer, at 0.66 it no longer does.
    expect(isFilled({ ...ORDER, reason: 'step', to: 0.7, side: 'buy', plans, fills: [] }, 0.65)).toBe(false);
    expect(isFilled({ ...ORDER, reason: 'step', to: 0.7, side: 'buy', plans, fills: [] }, 0.66)).toBe(true);
  });
});

describe('fitDownOrder', () => {
  const sellable = (id: string, quantity: number, each: number, worth: number) => ({
    lot: { ...lot(quantity, each), id },
    each,
    coverGain: worth,
    bid: 100,
    spare: 100,
  });

  it('sells the least cover gain per dollar of bid first, and no further than is asked', () => {
    const lots = [sellable('H1', 2, 0.05, 300), sellable('H2', 2, 0.05, 200)];
    const fitted = fitDownOrder({ filled: 0.8, asked: 0.75, base: 0.6, lots });
    expect(fitted).toMatchObject({
      plan: { tickets: [{ side: 'sell', lotId: 'H2', quantity: 1 }], reaches: 0.75 },
    });
  });

  it('sells every step contract down to base, and no other', () => {
    const lots = [
      sellable('H1', 3, 0.05, 300),
      { ...sellable('H2', 9, 0, 100), lot: { ...lot(9), id: 'H2' } },
    ];
    const fitted = fitDownOrder({ filled: 0.75, asked: 0.6, base: 0.6, lots });
    expect(fitted).toMatchObject({ plan: { tickets: [{ lotId: 'H1', quantity: 3 }], reaches: 0.6 } });
  });

  it('brings no layer below its base size', () => {
    const lots = [{ ...sellable('H1', 3, 0.05, 300), spare: 1 }];
    const fitted = fitDownOrder({ filled: 0.75, asked: 0.65, base: 0.6, lots });
    expect(fitted).toMatchObject({ plan: { tickets: [{ quantity: 1 }], reaches: 0.7 } });
    const toBase = fitDownOrder({ filled: 0.75, asked: 0.6, base: 0.6, lots });
    expect(toBase).toMatchObject({ plan: { tickets: [{ quantity: 1 }], reaches: 0.7 } });
  });

  it('opens nothing where the book stands at what is asked already, and never buys', () => {
    expect(fitDownOrder({ filled: 0.6, asked: 0.65, base: 0.6, lots: [] })).toEqual({
      kind: 'none',
      reason: 'already-there',
    });
  });

  it('leaves after base → up → base the contracts of before, however the fills were split', () => {
    const splits = fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(splits, fc.integer({ min: 1, max: 80 }), (quantities, thousandths) => {
        const each = thousandths / 1_000;
        const bought = quantities.map((quantity, place) => sellable(`H${place}`, quantity, each, place));
        const hedges = [lot(4), ...bought.map((one) => one.lot)];
        const filled = filledMultiplier({ base: 0.6, hedges });
        const multiplier = filled.kind === 'filled' ? filled.multiplier : 0;
        const all = quantities.reduce((sum, quantity) => sum + quantity, 0);
        const fitted = fitDownOrder({ filled: multiplier, asked: 0.6, base: 0.6, lots: bought });
        const sold = fitted.kind === 'plan' ? fitted.plan.tickets : [];
        expect(multiplier).toBeCloseTo(0.6 + all * each, 9);
        expect(sold.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(all);
        expect(fitted).toMatchObject({ plan: { reaches: 0.6 } });
      }),
    );
  });
});

describe('ORDER_SESSIONS', () => {
  it('lets an order live to the close of the fifth session after it', () => {
    expect(ORDER_SESSIONS).toBe(5);
  });
});
