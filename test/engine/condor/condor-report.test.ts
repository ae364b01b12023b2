import { describe, expect, it } from 'vitest';
import { breakEvenChange, condorReport } from '#engine/condor/condor-report.ts';
import { someSettings } from '#test/support/engine/decision.ts';
import type { OptionQuote } from '#domain/book/mark.ts';
import {
  known,
  PLACE,
  UNKNOWN,
  WORKED_AS_OF,
  WORKED_CONDOR,
  workedSources,
} from '#test/support/book/worked-book.ts';

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

  it('measures each side in deviations of its own short strike’s volatility', () => {
    const view = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    const forward = 6000 * Math.exp((0.027 * 45) / 365);
    const root = Math.sqrt(45 / 365);
    expect(view.volatility).toEqual({ known: true, value: { low: 0.185, high: 0.125 } });
    expect(view.deviations.known && view.deviations.value.low).toBeCloseTo(
      Math.log(5673 / forward) / (0.185 * root),
      9,
    );
    expect(view.deviations.known && view.deviations.value.high).toBeCloseTo(
      Math.log(6277 / forward) / (0.125 * root),
      9,
    );
  });

  it('has the probability of a lognormal SPX on each side where nobody quotes', () => {
    const { inside, touch } = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    // Reference: Python's statistics.NormalDist, forward 6000 e^(0.027 × 45/365), 18.5 % below and 12.5 % above.
    expect(inside).toMatchObject({ known: true, value: { method: 'volatility' } });
    expect(inside.known && inside.value.below).toBeCloseTo(0.189023357629, 9);
    expect(inside.known && inside.value.above).toBeCloseTo(0.164927442685, 9);
    expect(inside.known && inside.value.below + inside.value.inside + inside.value.above).toBeCloseTo(1, 9);
    expect(touch.known && touch.value.low).toBeCloseTo(2 * 0.189023357629, 9);
    expect(touch.known && touch.value.high).toBeCloseTo(2 * 0.164927442685, 9);
  });

  it('takes the probability from the chain’s spreads where they are quoted', () => {
    const option = { root: 'SPX', expiry: '2026-02-19', settlement: 'PM' } as const;
    const quoted = (right: 'put' | 'call', strike: number, middle: number): OptionQuote => ({
      ...option,
      right,
      strike,
      bid: middle - 0.1,
      ask: middle + 0.1,
    });
    const quotes = [
      quoted('put', 5600, 30),
      quoted('put', 5700, 46),
      quoted('call', 6250, 32),
      quoted('call', 6350, 14),
    ];
    const sources = workedSources({ chains: { spx: { ...PLACE, root: 'SPX', quotes } } });
    const { inside } = condorReport({ ...WORKED_CONDOR, credit: 27 }, { ...given, sources });
    const discount = Math.exp((-0.04 * 45) / 365);
    expect(inside).toMatchObject({ known: true, value: { method: 'digitals' } });
    expect(inside.known && inside.value.below).toBeCloseTo(0.16 / discount, 9);
    expect(inside.known && inside.value.above).toBeCloseTo(0.18 / discount, 9);
  });

  it('counts deviations to the nearer break-even while more than three days are left', () => {
    const { buffer } = condorReport({ ...WORKED_CONDOR, credit: 27 }, given);
    expect(buffer).toMatchObject({
      known: true,
      value: { side: 'low', points: 327, basis: 'deviations', threshold: 0.5, isEnough: true },
    });
    const forward = 6000 * Math.exp((0.027 * 45) / 365);
    expect(buffer.known && buffer.value.multiples).toBeCloseTo(
      -Math.log(5673 / forward) / (0.185 * Math.sqrt(45 / 365)),
      9,
    );
  });

  it.each([
    [3, 'range', ((277 / 6000) * 100) / (16 / Math.sqrt(252)) / Math.sqrt((3 / 365) * 252)],
    [4, 'deviations', undefined],
  ] as const)('with %d days left counts by %s', (days, basis, multiples) => {
    const asOf = WORKED_AS_OF + (45 - days) * 86_400_000;
    const sources = workedSources({ asOf });
    const { buffer } = condorReport({ ...WORKED_CONDOR, credit: 27 }, { ...given, sources });
    expect(buffer).toMatchObject({ known: true, value: { basis } });
    if (multiples !== undefined) {
      expect(buffer.known && buffer.value.multiples).toBeCloseTo(multiples, 9);
    }
  });

  it('is on the side of fewer deviations, not of fewer points', () => {
    const at = (spx: number) => {
      const near = { ...given, sources: workedSources({ spx: known(spx) }) };
      return condorReport({ ...WORKED_CONDOR, credit: 27 }, near).buffer;
    };
    // 327 points below at 18.5 % are 0.91, 277 above at 12.5 % are 0.95; further up it is the calls' side.
    expect(at(6000)).toMatchObject({ value: { side: 'low', points: 327 } });
    expect(at(6050)).toMatchObject({ value: { side: 'high', points: 227 } });
  });

  it('asks for more while the signal is confirmed', () => {
    const near = { ...given, sources: workedSources({ spx: known(6120) }) };
    const lot = { ...WORKED_CONDOR, credit: 27 };
    // ln(6277 / 6140.4) over 12.5 % of 45 days: 0.50.
    const { buffer } = condorReport(lot, near);
    expect(buffer).toMatchObject({ value: { threshold: 0.5, isEnough: true } });
    expect(condorReport(lot, { ...near, isConfirmed: true }).buffer).toMatchObject({
      value: { threshold: 0.7, isEnough: false },
    });
  });

  it('says why a number is not there', () => {
    const lot = { ...WORKED_CONDOR, credit: 27 };
    const late = { ...given, sources: workedSources({ asOf: WORKED_AS_OF + 43 * 86_400_000 }) };
    expect(condorReport(lot, { ...late, dailyRange: UNKNOWN }).buffer).toEqual({
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
