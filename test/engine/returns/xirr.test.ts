import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { shiftDay } from '#calendar/calendar-day.ts';
import { xirr } from '#engine/returns/xirr.ts';
import { quantExamples } from '#test/support/engine/quant-examples.ts';
import { relativeGap } from '#test/support/engine/relative-gap.ts';

const Flows = z.object({ flows: z.array(z.object({ date: z.string(), amount: z.number() })) });
const Rate = z.object({ rate: z.number() });

function rateOf(...flows: readonly (readonly [day: string, amount: number])[]): number {
  const found = xirr(flows.map(([day, amount]) => ({ day, amount })));
  return found.kind === 'rate' ? found.rate : Number.NaN;
}

describe('xirr', () => {
  it.each(quantExamples('xirr').map((example) => [example.id, example] as const))(
    '%s: the worked example holds',
    (_, { inputs, expected }) => {
      const flows = Flows.parse(inputs).flows.map(({ date, amount }) => [date, amount] as const);
      expect(relativeGap(rateOf(...flows), Rate.parse(expected).rate)).toBeLessThan(1e-9);
    },
  );

  it('has the root that Microsoft documents for its function', () => {
    // support.microsoft.com, "XIRR function": 0.373362535.
    const rate = rateOf(
      ['2008-01-01', -10_000],
      ['2008-03-01', 2_750],
      ['2008-10-30', 4_250],
      ['2009-02-15', 3_250],
      ['2009-04-01', 2_750],
    );
    expect(rate).toBeCloseTo(0.3733625335, 9);
  });

  it('gives back the rate that two flows were made with, from near-total loss to ten thousand percent', () => {
    const rates = fc.double({ min: -0.999_999, max: 100, noNaN: true });
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 2_000 }), (rate, days) => {
        const back = 1_000 * (1 + rate) ** (days / 365);
        const found = rateOf(['2020-01-01', -1_000], [shiftDay('2020-01-01', days), back]);
        expect(Math.abs(found - rate)).toBeLessThan(1e-9 * (1 + Math.abs(rate)) * Math.max(1, 365 / days));
      }),
    );
  });

  it('makes the flows worth nothing, and does not care for their order or their scale', () => {
    const flow = fc.record({
      day: fc.integer({ min: 200, max: 900 }).map((days) => shiftDay('2020-01-01', days)),
      amount: fc.double({ min: 1, max: 500, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(flow, { minLength: 1, maxLength: 8 }), (received) => {
        const flows = [{ day: '2020-01-01', amount: -700 }, ...received];
        const found = xirr(flows);
        const rate = found.kind === 'rate' ? found.rate : Number.NaN;
        const value = flows.reduce((sum, { day, amount }) => {
          const days = (Date.parse(day) - Date.parse('2020-01-01')) / 86_400_000;
          return sum + amount * (1 + rate) ** (-days / 365);
        }, 0);
        expect(Math.abs(value)).toBeLessThan(1e-6);
        expect(xirr(flows.toReversed())).toEqual(found);
        expect(found).toMatchObject({ perhapsOthers: false });
        const scaled = xirr(flows.map(({ day, amount }) => ({ day, amount: amount * 8 })));
        expect(scaled).toEqual(found);
      }),
    );
  });

  it('says that others may solve flows whose sign changes twice, and takes the rate nearest to 0', () => {
    // The textbook pair of roots: −1,000 + 2,500 − 1,540 a year apart is solved by 10 % and by 40 %.
    const found = xirr([
      { day: '2021-01-01', amount: -1_000 },
      { day: '2022-01-01', amount: 2_500 },
      { day: '2023-01-01', amount: -1_540 },
    ]);
    expect(found).toEqual({ kind: 'rate', rate: expect.closeTo(0.1, 10), perhapsOthers: true });
  });

  it('calls it a total loss when nothing came back', () => {
    const flows = [
      { day: '2023-01-03', amount: -14_606.28 },
      { day: '2023-02-17', amount: 0 },
    ];
    expect(xirr(flows)).toEqual({ kind: 'total-loss' });
  });

  it('finds what is left when nearly all was lost within a week', () => {
    expect(rateOf(['2023-01-03', -10_000], ['2023-01-10', 1])).toBeCloseTo(-1, 12);
  });

  it.each([
    ['one-sided', []],
    ['one-sided', [['2023-01-03', 5]]],
    [
      'same-day',
      [
        ['2023-01-03', -5],
        ['2023-01-03', 6],
      ],
    ],
    [
      'impossible-input',
      [
        ['2023-01-03', Number.NaN],
        ['2023-01-04', 6],
      ],
    ],
    [
      'out-of-reach',
      [
        ['2023-01-03', -1],
        ['2023-01-04', 1_000],
      ],
    ],
    // −1,000 + 1,000 − 1,000: no rate makes that worth nothing.
    [
      'out-of-reach',
      [
        ['2021-01-01', -1_000],
        ['2022-01-01', 1_000],
        ['2023-01-01', -1_000],
      ],
    ],
  ] as const)('has no rate, because %s, for %j', (reason, flows) => {
    const given = flows.map(([day, amount]) => ({ day, amount }));
    expect(xirr(given)).toEqual({ kind: 'none', reason });
  });

  it.each(['soon', '2023-02-31', '2023-1-3', '2023-01-03T05:00'])('refuses %s as a day', (day) => {
    const flows = [
      { day, amount: -1 },
      { day: '2023-03-03', amount: 2 },
    ];
    expect(() => xirr(flows)).toThrow('YYYY-MM-DD');
  });
});
