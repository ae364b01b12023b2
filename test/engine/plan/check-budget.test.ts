import { describe, expect, it } from 'vitest';
import { checkBudget } from '#engine/plan/check-budget.ts';

const COST = { from: '2025-01-06', until: '2026-01-05', paid: 900, received: 0, net: 900, unpriced: [] };

describe('checkBudget', () => {
  it('holds the dearest style that is priced against what the year has left', () => {
    expect(checkBudget([150, 90], { ...COST, budget: 1_000 })).toEqual({
      net: 900,
      step: 150,
      budget: 1_000,
    });
  });

  it('blocks nothing without a capital, or without a price', () => {
    expect(checkBudget([150], COST)).toBeUndefined();
    expect(checkBudget([], { ...COST, budget: 1_000 })).toBeUndefined();
  });
});
