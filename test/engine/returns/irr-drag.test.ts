import { describe, expect, it } from 'vitest';
import { irrDrag } from '#engine/returns/irr-drag.ts';
import { modifiedDietz } from '#engine/returns/modified-dietz.ts';

// The worked example of formulas.md §6.1: 45 days, 100 shares from 215.00 to 206.40, two condors 100 wide at 26.9686.
const entry = '2023-01-03';
const exit = '2023-02-17';
const holding = { entry, exit, shares: 100, entryPrice: 215, exitPrice: 206.4, dividends: [] };
const trade = { entry, expiry: exit, contracts: 2, width: 100, credit: 26.9686, payout: 0, hedge: [] };
const hedge = [
  { day: entry, amount: -900 },
  { day: exit, amount: 150 },
];

describe('irrDrag', () => {
  it('has the period returns of the worked example, and its annual ones behind them', () => {
    const { days, etf, condor, period, rate } = irrDrag(holding, trade);
    expect(days).toBe(45);
    expect([etf.paid, etf.received]).toEqual([21_500, 20_640]);
    expect(etf.period).toBeCloseTo(-0.04, 12);
    expect(etf.rate).toEqual({ kind: 'rate', rate: expect.closeTo(-0.282, 3), perhapsOthers: false });
    expect(condor.paid).toBeCloseTo(14_606.28, 6);
    expect(condor.period).toBeCloseTo(0.369, 3);
    expect(condor.rate).toEqual({ kind: 'rate', rate: expect.closeTo(11.8, 2), perhapsOthers: false });
    expect(period).toBeCloseTo(0.409, 3);
    expect(rate).toBeCloseTo(12.08, 2);
  });

  it('counts the hedge’s premium and residual among the condor’s money', () => {
    const { condor } = irrDrag(holding, { ...trade, hedge });
    expect(condor.period).toBeCloseTo(0.2995, 4);
    expect(condor.rate).toEqual({ kind: 'rate', rate: expect.closeTo(7.37, 2), perhapsOthers: false });
    expect(condor.modifiedDietz).toBeCloseTo(condor.period, 12);
  });

  it('counts dividends on the days they are paid', () => {
    const dividends = [{ day: '2023-01-20', amount: 0.5 }];
    const { etf } = irrDrag({ ...holding, dividends }, trade);
    expect(etf.received).toBe(20_690);
    expect(etf.period).toBeCloseTo(20_690 / 21_500 - 1, 12);
  });

  it('is −100 % of what was paid when the index went through a wing', () => {
    const { condor, rate } = irrDrag(holding, { ...trade, payout: 100 });
    expect(condor).toMatchObject({ period: -1, rate: { kind: 'total-loss' } });
    expect(rate).toBeCloseTo(-1 + 0.282, 3);
  });

  it.each([
    [{ ...holding, exit: '2023-02-18' }, trade],
    [{ ...holding, shares: 0 }, trade],
    [{ ...holding, exitPrice: Number.NaN }, trade],
    [holding, { ...trade, credit: 100 }],
    [holding, { ...trade, payout: 101 }],
    [holding, { ...trade, hedge: [{ day: entry, amount: Number.NaN }] }],
    [
      { ...holding, exit: entry },
      { ...trade, expiry: entry },
    ],
  ])('refuses numbers that cannot be, %#', (etf, condor) => {
    expect(() => irrDrag(etf, condor)).toThrow(RangeError);
  });
});

describe('modifiedDietz', () => {
  it('weighs a flow by the part of the time that it was in', () => {
    // 100 begin, 50 more half way, 165 end: 15 / (100 + 50 × 1/2) = 12 %.
    const flows = [
      { day: '2023-01-01', amount: -100 },
      { day: '2023-01-06', amount: -50 },
      { day: '2023-01-11', amount: 165 },
    ];
    expect(modifiedDietz(flows)).toBeCloseTo(0.12, 12);
    expect(modifiedDietz(flows.toReversed())).toBeCloseTo(0.12, 12);
  });

  it('has an answer where no internal rate exists', () => {
    const flows = [
      { day: '2021-01-01', amount: -1_000 },
      { day: '2022-01-01', amount: 1_000 },
      { day: '2023-01-01', amount: -1_000 },
    ];
    expect(modifiedDietz(flows)).toBeCloseTo(-2, 2);
  });

  it('has none without flows, without days, or without capital', () => {
    const one = { day: '2023-01-01', amount: -100 };
    expect(modifiedDietz([])).toBeUndefined();
    expect(modifiedDietz([one])).toBeUndefined();
    expect(
      modifiedDietz([
        { ...one, amount: 100 },
        { day: '2023-02-01', amount: -100 },
      ]),
    ).toBeUndefined();
  });
});
