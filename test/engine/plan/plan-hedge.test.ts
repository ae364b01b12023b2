import { describe, expect, it } from 'vitest';
import type { HedgePlan } from '#domain/hedge/hedge-plan.ts';
import type { Positions } from '#domain/book/lot.ts';
import type { Marks } from '#domain/book/mark.ts';
import { planHedge } from '#engine/plan/plan-hedge.ts';
import { priceBook } from '#engine/valuation/price-book.ts';
import { stressTable } from '#engine/account/stress-table.ts';
import { vegaExposure } from '#engine/account/vega-exposure.ts';
import { volGeometry } from '#engine/valuation/vol-geometry.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import {
  listedVixCalls,
  WORKED_CONDOR,
  WORKED_POSITIONS,
  workedSources,
} from '#test/support/book/worked-book.ts';

const geometry = volGeometry();

function caseOf(positions: Positions = WORKED_POSITIONS, marks: Partial<Marks> = {}) {
  const sources = workedSources(marks);
  const book = priceBook(positions, sources);
  const rules = { positions, book, geometry, expirations: 3 };
  return {
    account: vegaExposure(rules),
    stress: stressTable(rules),
    hedges: positions.hedges,
    sources,
    geometry,
    settings: someSettings(),
  };
}

const found = (plans: readonly HedgePlan[], style: HedgePlan['style']) => {
  const plan = plans.find((candidate) => candidate.style === style);
  return plan?.kind === 'plan' ? plan : expect.fail(`there is no plan in the style ${style}`);
};

const STEP = { from: 0.6, to: 0.85 };

describe('planHedge', () => {
  it('finds the worked plan: 13/12/6 and not 12/12/6', () => {
    // Reference: formulas §2.2 and vector demo-recommend of the project's worked examples.
    const plan = found(planHedge({ ...caseOf(), step: STEP, meaning: 'absolute' }), 'held');
    expect(plan.wanted).toBeCloseTo(251.09593526779562, 6);
    expect(plan.exactTotal).toBeCloseTo(30.794913378272476, 8);
    expect(plan.rows.map(({ exact }) => Math.round(exact * 100) / 100)).toEqual([12.32, 12.32, 6.16]);
    expect(plan.rows.map(({ whole }) => whole)).toEqual([13, 12, 6]);
    expect(plan.achieved).toBeCloseTo(0.8540425589197524, 9);
    expect(plan.error).toBeCloseTo(0.00404255891975247, 9);
    expect(plan.isTooSmall).toBe(false);
    expect(plan.cost.theoretical).toBeCloseTo(3947, 0);
  });

  it('shows what the worked plan makes of each shock', () => {
    // Reference: the stress table of formulas §2.2, two decimals.
    const plan = found(planHedge({ ...caseOf(), step: STEP, meaning: 'absolute' }), 'held');
    const volOnly = plan.stress.filter(({ shift }) => shift.spotPercent === 0);
    expect(volOnly.map(({ ratio }) => ratio.known && Math.round(ratio.value * 100) / 100)).toEqual([
      0.9, 1.12, 1.44, 2.2,
    ]);
  });

  it('has no cost without quotes, and never one of 0', () => {
    const { cost } = found(planHedge({ ...caseOf(), step: STEP, meaning: 'absolute' }), 'held');
    expect(cost).not.toHaveProperty('mid');
    expect(cost).not.toHaveProperty('touch');
  });

  it('adds calls between 1.5 and 2 deviations, or of half a delta, where they are listed', () => {
    const plans = planHedge({
      ...caseOf(WORKED_POSITIONS, listedVixCalls()),
      step: STEP,
      meaning: 'absolute',
    });
    const deviations = found(plans, 'deviations');
    // 18.5 × e^(1.5 × 1.25 × √(30/365)) is 31.67 (vector demo-strike), and 32 is the next that is listed.
    expect(deviations.rows[0]?.call.strike).toBe(32);
    const half = found(plans, 'delta');
    half.rows.forEach(({ call }) => expect(Math.abs(call.delta - 0.5)).toBeLessThan(0.1));
    expect(deviations.cost.touch).toBeGreaterThan(deviations.cost.mid ?? Number.NaN);
    expect(deviations.cost.mid).toBeCloseTo(deviations.cost.theoretical, 4);
    // The same exposure takes many more of the far calls.
    expect(deviations.exactTotal).toBeGreaterThan(5 * half.exactTotal);
  });

  it('says which layers have no such call', () => {
    const plans = planHedge({ ...caseOf(), step: STEP, meaning: 'absolute' });
    expect(plans.find(({ style }) => style === 'deviations')).toMatchObject({
      kind: 'none',
      reason: 'no-call',
      missing: [
        { layer: 'short', reason: 'no-strike-listed' },
        { layer: 'medium', reason: 'no-strike-listed' },
        { layer: 'long', reason: 'no-strike-listed' },
      ],
    });
  });

  it('calls nothing half a delta that is far from it', () => {
    // The worked chain lists one call a layer, of 0.25 to 0.31 delta.
    const plans = planHedge({ ...caseOf(), step: STEP, meaning: 'absolute' });
    expect(plans.find(({ style }) => style === 'delta')).toMatchObject({
      kind: 'none',
      missing: [
        { layer: 'short', reason: 'none-near-delta' },
        { layer: 'medium', reason: 'none-near-delta' },
        { layer: 'long', reason: 'none-near-delta' },
      ],
    });
  });

  it('moves nothing of the expirations that the ratio is not measured over', () => {
    const given = caseOf();
    const rules = { positions: WORKED_POSITIONS, book: priceBook(WORKED_POSITIONS, given.sources), geometry };
    const account = vegaExposure({ ...rules, expirations: 2 });
    const plan = found(
      planHedge({ ...given, account, step: { from: 0.85, to: 0.6 }, meaning: 'multiplier' }),
      'held',
    );
    expect(plan.rows.map(({ call }) => call.layer)).toEqual(['short', 'medium']);
  });

  it('scales what is held as a multiplier, and leads H itself as an absolute', () => {
    const step = { from: 0.6, to: 0.7 };
    const multiplier = planHedge({ ...caseOf(), step, meaning: 'multiplier' });
    const absolute = planHedge({ ...caseOf(), step, meaning: 'absolute' });
    const scaled = found(multiplier, 'held');
    expect(scaled.target / scaled.ratio).toBeCloseTo(0.7 / 0.6, 9);
    expect(found(absolute, 'held').target).toBeCloseTo(0.7, 9);
  });

  it('closes what is held on the way down', () => {
    const plan = found(
      planHedge({ ...caseOf(), step: { from: 0.85, to: 0.6 }, meaning: 'multiplier' }),
      'held',
    );
    expect(plan.target).toBeCloseTo((0.5973083508 * 0.6) / 0.85, 8);
    plan.rows.forEach(({ whole }) => expect(whole).toBeLessThan(0));
    expect(plan.cost.theoretical).toBeLessThan(0);
    expect(plan.theta).toBeGreaterThan(0);
  });

  it('says that a book is too small, and shows the nearest all the same', () => {
    // One condor is short of about $248; 1/1/1 calls make H 0.09, and one more is half of that again.
    const small: Positions = {
      condors: [{ ...WORKED_CONDOR, quantity: 1 }],
      hedges: WORKED_POSITIONS.hedges.map((lot) => ({ ...lot, quantity: 1 })),
    };
    const plan = found(
      planHedge({ ...caseOf(small), step: { from: 0.6, to: 0.7 }, meaning: 'multiplier' }),
      'held',
    );
    expect(plan.isTooSmall).toBe(true);
    expect(plan.rows).toHaveLength(3);
  });

  it('has nothing to scale where nothing is held, and no ratio without condors', () => {
    const step = { from: 0.6, to: 0.7 };
    const bare = caseOf({ ...WORKED_POSITIONS, hedges: [] });
    expect(planHedge({ ...bare, step, meaning: 'multiplier' })).toMatchObject([{ reason: 'nothing-held' }]);
    expect(planHedge({ ...bare, step, meaning: 'absolute' })).toContainEqual(
      expect.objectContaining({ style: 'held', reason: 'nothing-held' }),
    );
    const alone = caseOf({ ...WORKED_POSITIONS, condors: [] });
    expect(planHedge({ ...alone, step, meaning: 'multiplier' })).toMatchObject([{ reason: 'no-ratio' }]);
  });
});
