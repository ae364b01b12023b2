import { describe, expect, it } from 'vitest';
import { breakEvenChange, condorReport } from '#engine/condor/condor-report.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import { known, UNKNOWN, WORKED_CONDOR, workedSources } from '#test/support/book/worked-book.ts';

const given = {
  sources: workedSources(),
  // VIX9D 16 over √252, about one percent a day.
  dailyRange: known(16 / Math.sqrt(252)),
  isConfirmed: false,
  settings: someSettings(),
};

describe('condorReport', () => {
  it('has break-evens at the short strikes, the credit further out', () => {
    const view = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    expect(view.credit).toEqual({ known: true, value: { points: 27, basis: 'received' } });
    expect(view.breakEvens).toEqual({ known: true, value: { low: 5673, high: 6277 } });
    // Four of them: 27 × $100 each at best, and 100 − 27 points at worst.
    expect(view.maximumProfit).toEqual({ known: true, value: 10_800 });
    expect(view.maximumLoss).toEqual({ known: true, value: 29_200 });
    expect(view.days).toBeCloseTo(45, 9);
  });

  it('loses most through the wider wing, whichever side it is on', () => {
    const { strikes } = WORKED_CONDOR;
    for (const wider of [{ longPut: 5550 }, { longCall: 6400 }]) {
      const lot = { ...WORKED_CONDOR, credit: 27, strikes: { ...strikes, ...wider } };
      // 150 points less the credit, four times, $100 each.
      expect(condorReport(lot, given).maximumLoss).toEqual({ known: true, value: 49_200 });
    }
  });

  it('takes the model’s credit where nobody said what was received', () => {
    const { credit } = condorReport(WORKED_CONDOR, given);
    // Reference: vector demo-condor of the project's worked examples.
    expect(credit).toMatchObject({ known: true, value: { basis: 'model' } });
    expect(credit.known && credit.value.points).toBeCloseTo(26.96861079222638, 9);
  });

  it('measures both sides in deviations of the mean of the short strikes’ volatilities', () => {
    const view = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    const forward = 6000 * Math.exp((0.027 * 45) / 365);
    const spread = ((0.185 + 0.125) / 2) * Math.sqrt(45 / 365);
    expect(view.deviations.known && view.deviations.value.low).toBeCloseTo(
      Math.log(5673 / forward) / spread,
      9,
    );
    expect(view.deviations.known && view.deviations.value.high).toBeCloseTo(
      Math.log(6277 / forward) / spread,
      9,
    );
  });

  it('has the probability of a lognormal SPX that settles inside', () => {
    const { inside } = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    // Reference: N by Python's math.erfc, mean 6000 e^(0.027 × 45/365), deviation 0.155 √(45/365).
    expect(inside.known && inside.value).toBeCloseTo(0.6430482407552914, 10);
  });

  it('counts expected moves to expiry to the nearer break-even', () => {
    const { buffer } = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    // 277 points to the calls' side are 4.6 %, a day is 1.008 %, and 45 days are 31 sessions: 0.82.
    expect(buffer).toMatchObject({
      known: true,
      value: { side: 'high', points: 277, threshold: 0.5, isEnough: true },
    });
    expect(buffer.known && buffer.value.multiples).toBeCloseTo(
      ((277 / 6000) * 100) / (16 / Math.sqrt(252)) / Math.sqrt((45 / 365) * 252),
      9,
    );
  });

  it('asks for more while the signal is confirmed', () => {
    const near = { ...given, sources: workedSources({ spx: known(6068) }) };
    const lot = { ...WORKED_CONDOR, credit: 27 };
    // 209 points are 0.61 expected moves.
    expect(condorReport(lot, near).buffer).toMatchObject({ value: { threshold: 0.5, isEnough: true } });
    expect(condorReport(lot, { ...near, isConfirmed: true }).buffer).toMatchObject({
      value: { threshold: 0.7, isEnough: false },
    });
  });

  it('says why a number is not there', () => {
    const lot = { ...WORKED_CONDOR, credit: 27 };
    expect(condorReport(lot, { ...given, dailyRange: UNKNOWN }).buffer).toEqual({
      known: false,
      reason: 'no-range',
    });
    const noSpot = { ...given, sources: workedSources({ spx: UNKNOWN }) };
    expect(condorReport(lot, noSpot)).toMatchObject({
      breakEvens: { known: true },
      deviations: { known: false, reason: 'no-forward' },
      buffer: { known: false, reason: 'no-spot' },
    });
    const noChain = { ...given, sources: workedSources({ chains: {} }) };
    expect(condorReport(WORKED_CONDOR, noChain)).toMatchObject({
      credit: { known: false, reason: 'no-volatility' },
      breakEvens: { known: false, reason: 'no-volatility' },
      inside: { known: false, reason: 'no-volatility' },
    });
  });
});

describe('breakEvenChange', () => {
  it('calls a tent wider whose break-evens move apart', () => {
    const before = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    const after = condorReport({ ...WORKED_CONDOR, credit: 33 }, given);
    expect(breakEvenChange(before, after, 6000)).toMatchObject({
      width: 12,
      widthPercent: 0.2,
      breakEvens: { low: -6, high: 6 },
    });
    expect(breakEvenChange(after, before, undefined)).toMatchObject({ width: -12 });
  });
});
