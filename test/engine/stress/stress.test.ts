import { describe, expect, it } from 'vitest';
import { costOfCapital, costOfEquity, multipleChange } from '#engine/stress/cost-of-capital.ts';

/** 70 of equity and 30 of debt: 4 % risk-free, beta 1.2, premium 5 %, debt at 7 %, a quarter of it tax. */
const COSTS = {
  equity: 70,
  debt: 30,
  riskFree: 0.04,
  beta: 1.2,
  premium: 0.05,
  costOfDebt: 0.07,
  taxRate: 0.25,
} as const;

describe('costOfEquity', () => {
  it('is the risk-free rate and beta times the premium', () => {
    expect(costOfEquity(COSTS)).toBeCloseTo(0.1, 12);
  });
});

describe('costOfCapital', () => {
  it('weights both by market value, debt after tax: 0.7 × 10 % + 0.3 × 5.25 %', () => {
    expect(costOfCapital(COSTS)).toBeCloseTo(0.08575, 12);
  });

  it('rises with spreads and beta: 0.7 × 11 % + 0.3 × 6.75 %', () => {
    expect(costOfCapital(COSTS, { spread: 0.02, beta: 0.2 })).toBeCloseTo(0.09725, 12);
  });

  it('is unknown without capital', () => {
    expect(costOfCapital({ ...COSTS, equity: 0, debt: 0 })).toBeUndefined();
  });
});

describe('multipleChange', () => {
  it('falls by a fifth when the required return rises from 8 % to 9 % with 4 % growth', () => {
    expect(multipleChange(0.08, 0.09, 0.04)).toBeCloseTo(-0.2, 12);
  });

  it('is unknown where growth is not exceeded', () => {
    expect(multipleChange(0.08, 0.04, 0.04)).toBeUndefined();
    expect(multipleChange(0.03, 0.09, 0.04)).toBeUndefined();
  });
});
