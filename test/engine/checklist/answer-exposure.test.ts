import { describe, expect, it } from 'vitest';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import { answerExposure, answerRolls } from '#engine/checklist/answer-exposure.ts';
import { anOrder } from '#test/support/book/orders.ts';

const ORDER = anOrder();
const OWED = { asked: 0.7, filled: 0.6, order: ORDER, tickets: [] };
const ratio = (value: number) => ({ known: true, value, isPartial: false }) as const;

/** A book that is valued and needs nothing, with what a test wants otherwise. */
function standing(otherwise: Partial<HedgeReport> = {}): HedgeReport {
  return {
    mode: 'vega',
    meaning: 'multiplier',
    ratio: ratio(0.6),
    stressRatio: ratio(1),
    condors: 4,
    rows: [],
    unvalued: [],
    isIllustration: false,
    rolls: [],
    cost: { from: '2025-01-06', until: '2026-01-05', paid: 0, received: 0, net: 0, unpriced: [] },
    breakEvens: [],
    ...otherwise,
  };
}

describe('answerExposure', () => {
  it.each([
    ['valued', {}, 'ok', 'exposure-valued'],
    ['partial', { unvalued: [{ lotId: 'H1', reason: 'no-forward' }] }, 'watch', 'exposure-partial'],
    ['counted in contracts', { mode: 'unit' }, 'watch', 'exposure-counted'],
    ['without a ratio', { ratio: { known: false, reason: 'no-short-vega' } }, 'unknown', 'exposure-unknown'],
  ] as const)('of a book that is %s', (_, wish, status, finding) => {
    expect(answerExposure(standing(wish))).toMatchObject({ status, finding });
  });

  it('warns when a quarter or more of the ratio goes with an expiration within ten days', () => {
    const after = (days: number, value: number) =>
      answerExposure(
        standing({
          afterNextExpiry: { expiry: '2026-01-14', days, ratio: ratio(value), agedRatio: ratio(value) },
        }),
      ).finding;
    expect(after(9, 0.44)).toBe('exposure-expires');
    expect(after(9, 0.45)).toBe('exposure-valued');
    expect(after(11, 0.1)).toBe('exposure-valued');
  });

  const owed = { asked: 0.7, filled: 0.6, owed: OWED };
  const layers = [{ layer: 'short', held: 3, base: 4, state: 'below', status: 'watch' }] as const;

  it.each([
    ['act', 'exposure-owed', owed, []],
    ['watch', 'exposure-lapsed', { asked: 0.7, filled: 0.6, lapsed: ORDER }, []],
    ['watch', 'exposure-layer', { asked: 0.6, filled: 0.6 }, layers],
    ['ok', 'exposure-valued', { asked: 0.6, filled: 0.6 }, []],
  ] as const)('asks whether the book has followed: %s, %s', (status, finding, following, lacking) => {
    const answer = answerExposure(standing({ layers: lacking }), following);
    expect(answer).toMatchObject({ status, finding });
    expect(answer.facts.slice(5)).toEqual([following.asked, 0.6]);
  });

  it('does not know of a server without lots', () => {
    expect(answerExposure(undefined)).toMatchObject({ status: 'unknown', finding: 'no-lots' });
  });
});

describe('answerRolls', () => {
  const whole = { layer: 'short', held: 4, base: 4, state: 'whole' } as const;
  const below = { layer: 'medium', held: 3, base: 4, state: 'below', status: 'watch' } as const;
  const settled = { layer: 'long', held: 0, base: 2, state: 'settled', status: 'act' } as const;

  it('acts on a layer that has settled before one that only lacks a call, and says how many lack some', () => {
    const answer = answerRolls(standing({ layers: [whole, below, settled] }));
    expect(answer).toMatchObject({ status: 'act', finding: 'layer-settled', facts: ['long', 0, 2, 2, 0] });
  });

  it('watches a layer that lacks a call, and is ok where every layer stands', () => {
    expect(answerRolls(standing({ layers: [whole, below] }))).toMatchObject({
      status: 'watch',
      finding: 'layer-below',
    });
    expect(answerRolls(standing({ layers: [whole] }))).toMatchObject({ status: 'ok', finding: 'no-rolls' });
  });

  it('names how many are due and the nearest', () => {
    const roll = {
      lotId: 'H1',
      quantity: 4,
      expiry: '2026-01-21',
      daysHeld: 26,
      daysLeft: 4,
      reasons: ['age'],
    } as const;
    expect(answerRolls(standing({ rolls: [roll] }))).toMatchObject({
      status: 'act',
      facts: [1, 'H1', '2026-01-21', 4, 26],
    });
    expect(answerRolls(standing())).toMatchObject({ status: 'ok', finding: 'no-rolls' });
  });
});
