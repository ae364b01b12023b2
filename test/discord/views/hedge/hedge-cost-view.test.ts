import { describe, expect, it } from 'vitest';
import type { HedgeCost } from '#domain/hedge/upkeep.ts';
import { costLines } from '#discord/views/hedge/hedge-cost-view.ts';

const COST: HedgeCost = {
  from: '2025-12-02',
  until: '2026-12-01',
  paid: 12_400,
  received: 3_150,
  net: 9_250,
  budget: 10_000,
  used: 0.925,
  unpriced: [],
};

describe('costLines', () => {
  it('tells the net of a year, and how much of the budget that is', () => {
    expect(costLines(COST, { annualPercent: 2.5, capital: 400_000 })).toEqual([
      'Net **$9,250** (paid $12,400, received $3,150) · 2025-12-02 to 2026-12-01',
      'Budget **$10,000** a year (2.5 % of $400,000): 93 % used',
    ]);
  });

  it('tells the budget alone where nobody says what it is a percentage of', () => {
    expect(costLines(COST)[1]).toBe('Budget **$10,000** a year: 93 % used');
  });

  it('says how to set a budget where there is none', () => {
    const { budget: _, used: __, ...cost } = COST;
    expect(costLines(cost)[1]).toContain('`/thresholds set budget.capital`');
  });

  it.each([
    [1, '**1 flow has no price**'],
    [2, '**2 flows have no price**'],
  ])('says that %d flows are not in it', (count, text) => {
    const unpriced = Array.from({ length: count }, () => ({
      lotId: 'H1',
      on: '2026-11-18',
      what: 'settled' as const,
    }));
    expect(costLines({ ...COST, unpriced }).at(-1)).toContain(text);
  });

  it('shows money that came back as such', () => {
    expect(costLines({ ...COST, net: -500 })[0]).toContain('Net **−$500**');
  });
});
