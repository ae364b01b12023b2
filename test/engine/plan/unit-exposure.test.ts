import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planContracts, unitExposure } from '#engine/plan/unit-exposure.ts';
import { aDecision, someSettings } from '#test/support/engine/decision.ts';

/** A decision whose step leads from one programme ratio to another. */
const stepping = (now: number, next: number) => {
  const { ratio } = aDecision();
  return aDecision({ ratio: { ...ratio, now, next, step: Math.round((next - now) * 1000) / 1000 } });
};

const SETTINGS = someSettings();

const TEN = { condors: 10, hedge: [4, 4, 2] };

describe('unitExposure', () => {
  it('calls 4/4/2 calls per ten condors 0.60, whatever the step', () => {
    expect(unitExposure(TEN, aDecision(), SETTINGS)).toEqual({
      mode: 'unit',
      condors: 10,
      hedge: [4, 4, 2],
      ratio: 0.6,
    });
  });

  it('scales what is held: 0.60 → 0.70 is a sixth more, two calls of ten', () => {
    expect(unitExposure(TEN, stepping(0.6, 0.7), SETTINGS)).toMatchObject({
      plan: {
        exact: [0.6666666667, 0.6666666667, 0.3333333333],
        whole: [1, 1, 0],
        achieved: 0.72,
        error: 0.02,
      },
    });
  });

  it('scales a hedge that is not the programme’s as well, from where it is', () => {
    const twice = { condors: 10, hedge: [8, 8, 4] };
    expect(unitExposure(twice, stepping(0.6, 0.7), SETTINGS)).toMatchObject({
      ratio: 1.2,
      plan: { whole: [1, 1, 1], achieved: 1.38, error: -0.02 },
    });
  });

  it('leads the ratio itself where a step is absolute', () => {
    const twice = { condors: 10, hedge: [8, 8, 4] };
    const absolute = someSettings({ 'ratio.meaning': 'absolute' });
    expect(unitExposure(twice, stepping(0.6, 0.7), absolute)).toMatchObject({
      ratio: 1.2,
      plan: { achieved: 0.72, error: 0.02 },
    });
  });

  it('closes contracts on the way down', () => {
    const hundred = { condors: 100, hedge: [47, 47, 23] };
    expect(unitExposure(hundred, stepping(0.7, 0.65), SETTINGS)).toMatchObject({
      plan: { whole: [-3, -3, -2], achieved: 0.654 },
    });
  });

  it('finds two condors too small for a step of 0.10: one contract alone is 0.30', () => {
    const book = { condors: 2, hedge: [1, 1, 0] };
    expect(unitExposure(book, stepping(0.6, 0.7), SETTINGS)).toMatchObject({
      ratio: 0.6,
      plan: 'too-small',
    });
  });

  it('has nothing to scale where nothing is held', () => {
    expect(unitExposure({ condors: 10, hedge: [0, 0, 0] }, stepping(0.6, 0.7), SETTINGS)).toMatchObject({
      ratio: 0,
      plan: 'too-small',
    });
  });

  it('says why there is no ratio', () => {
    expect(unitExposure(undefined, aDecision(), SETTINGS)).toEqual({ mode: 'none', reason: 'no-book' });
    expect(unitExposure({ condors: 0, hedge: [4, 4, 2] }, aDecision(), SETTINGS)).toEqual({
      mode: 'none',
      reason: 'no-condors',
    });
    expect(unitExposure({ condors: Number.NaN, hedge: [4, 4, 2] }, aDecision(), SETTINGS)).toEqual({
      mode: 'none',
      reason: 'no-book',
    });
  });
});

describe('planContracts', () => {
  it('reaches the nearest ratio that whole contracts can, and never closes what is not held', () => {
    const counts = fc.integer({ min: 0, max: 40 });
    const ratio = fc.integer({ min: 40, max: 100 }).map((percent) => percent / 100);
    fc.assert(
      fc.property(
        fc.tuple(counts, counts, counts),
        fc.integer({ min: 1, max: 60 }),
        ratio,
        ratio,
        (hedge, condors, from, to) => {
          const perContract = 0.6 / condors;
          const plan = planContracts({
            hedge,
            weights: [4, 4, 2],
            perContract,
            from,
            to,
            meaning: 'multiplier',
          });
          const held = hedge.reduce((sum, count) => sum + count, 0);
          const target = (held * to * perContract) / from;
          const errors = Array.from({ length: 400 }, (_, count) => Math.abs(count * perContract - target));
          const best = Math.min(...errors);
          if (plan === 'too-small') {
            // In terms of the programme ratio, where that is more than the one in contracts.
            const stretch = Math.max(1, from / (held * perContract));
            expect(held === 0 || best * stretch > 0.04 - 1e-9).toBe(true);
            return;
          }
          const moved = plan.whole.reduce((sum, count) => sum + count, 0);
          expect(plan.achieved).toBeCloseTo((held + moved) * perContract, 9);
          expect(plan.error).toBeCloseTo(plan.achieved - target, 9);
          expect(Math.abs(plan.error)).toBeCloseTo(best, 9);
          expect(Math.abs(plan.error)).toBeLessThanOrEqual(0.04);
          plan.whole.forEach((count, layer) => expect((hedge[layer] ?? 0) + count).toBeGreaterThanOrEqual(0));
        },
      ),
    );
  });
});
