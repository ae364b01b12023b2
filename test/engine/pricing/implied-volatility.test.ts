import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { black76 } from '#engine/pricing/black-76.ts';
import { impliedVolatility, type NoVolatility } from '#engine/pricing/implied-volatility.ts';
import type { ForwardOption } from '#engine/pricing/option-terms.ts';
import { quantExamples } from '#test/support/engine/quant-examples.ts';
import { relativeGap } from '#test/support/engine/relative-gap.ts';
import { valueOnSpot } from '#test/support/engine/value-on-spot.ts';
import { ExampleInputs, optionCase } from './option-case.ts';

const ExpectedVolatility = z.object({ sigma: z.number().optional(), error: z.string().optional() });

function volatilityOf(option: ForwardOption, price: number): number {
  const implied = impliedVolatility(option, price);
  return implied.kind === 'volatility' ? implied.volatility : Number.NaN;
}

function reasonOf(option: ForwardOption, price: number): NoVolatility | undefined {
  const implied = impliedVolatility(option, price);
  return implied.kind === 'none' ? implied.reason : undefined;
}

describe('impliedVolatility', () => {
  it.each(quantExamples('impliedVol').map((example) => [example.id, example] as const))(
    '%s: the worked example holds',
    (_, { inputs, expected }) => {
      const { right, forward, strike, years, rate, price } = ExampleInputs.parse(inputs);
      const wanted = ExpectedVolatility.parse(expected);
      const terms = { right, forward, strike, years, rate };
      if (wanted.sigma === undefined) {
        expect(reasonOf(terms, price)).toBe(wanted.error?.replaceAll('_', '-'));
      } else {
        expect(relativeGap(volatilityOf(terms, price), wanted.sigma)).toBeLessThan(1e-9);
      }
    },
  );

  // Haug (1998), by QuantLib's test-suite/europeanoption.cpp (testImpliedVol runs the same way): price to four digits.
  it('finds the 30 % behind Haug’s call at 2.1334', () => {
    const option = {
      right: 'call',
      strike: 65,
      spot: 60,
      dividendYield: 0,
      rate: 0.08,
      years: 0.25,
    } as const;
    expect(impliedVolatility(option, 2.1334)).toEqual({
      kind: 'volatility',
      volatility: expect.closeTo(0.3, 4),
    });
  });

  it.each([
    ['a 450 % VIX call', 60, 5 / 365, 4.5],
    ['a far call at 2,000 %', 400, 1 / 365, 20],
    ['an index option in its last minute', 18.6, 1 / 525_600, 0.6],
    ['a call seven times out of the money', 130, 30 / 365, 1.25],
    ['a deep in-the-money call', 10, 30 / 365, 1.1],
    ['a call at the money', 18.5, 30 / 365, 0.9],
    ['ten years', 30, 10, 0.4],
    ['half a percent', 18.49, 1 / 365, 0.005],
  ])('converges for %s', (_, strike, years, volatility) => {
    const option = { right: 'call', forward: 18.5, strike, years, rate: 0.04 } as const;
    const { price } = black76({ ...option, volatility });
    expect(relativeGap(volatilityOf(option, price), volatility)).toBeLessThan(1e-9);
  });

  it('gives back the volatility behind any price that has time value left', () => {
    fc.assert(
      fc.property(optionCase, ({ right, level, moneyness, years, rate, dividendYield, volatility }) => {
        const option = {
          right,
          spot: level,
          strike: level * Math.exp(moneyness),
          years,
          rate,
          dividendYield,
        };
        const { price, vega } = valueOnSpot({ ...option, volatility });
        // What a rounding of the price by one part in 10^15 does to it.
        const blur = (4e-16 * (level + option.strike)) / (vega * volatility);
        fc.pre(blur < 1e-6);
        const implied = impliedVolatility(option, price);
        const found = implied.kind === 'volatility' ? implied.volatility : Number.NaN;
        expect(relativeGap(found, volatility)).toBeLessThan(1e-9 + 10 * blur);
      }),
    );
  });

  it('gives the put and the call of one strike the same volatility', () => {
    fc.assert(
      fc.property(optionCase, ({ level, moneyness, years, rate, volatility }) => {
        const terms = { forward: level, strike: level * Math.exp(moneyness), years, rate };
        const call = black76({ ...terms, right: 'call', volatility });
        const put = black76({ ...terms, right: 'put', volatility });
        fc.pre(call.vega * volatility > 1e-5 * level);
        const fromCall = volatilityOf({ ...terms, right: 'call' }, call.price);
        expect(volatilityOf({ ...terms, right: 'put' }, put.price)).toBeCloseTo(fromCall, 9);
      }),
    );
  });

  const call = { right: 'call', forward: 30, strike: 20, years: 0.1, rate: 0 } as const;
  const outOfTheMoney = { ...call, strike: 60 };

  it.each([
    ['expired', { ...call, years: 0 }, 10],
    ['not-positive', call, 0],
    ['not-positive', call, -1],
    ['below-intrinsic', call, 9.99],
    ['no-time-value', call, 10],
    ['above-bound', call, 30],
    ['above-bound', { ...call, right: 'put' as const }, 20],
    ['above-cap', outOfTheMoney, black76({ ...outOfTheMoney, volatility: 20.1 }).price],
    ['impossible-input', call, Number.NaN],
    ['impossible-input', call, Infinity],
    ['impossible-input', { ...call, strike: -20 }, 10],
    ['impossible-input', { ...call, years: -1 }, 10],
    ['impossible-input', { ...call, forward: Number.NaN }, 10],
  ] as const)('says %s', (reason, option, price) => {
    expect(reasonOf(option, price)).toBe(reason);
  });

  it('finds no time value in exactly the discounted intrinsic value, however it was rounded', () => {
    fc.assert(
      fc.property(optionCase, ({ level, moneyness, years, rate }) => {
        const strike = level * Math.exp(-Math.abs(moneyness) - 0.001);
        const price = level * Math.exp(-rate * years) - strike * Math.exp(-rate * years);
        expect(reasonOf({ right: 'call', forward: level, strike, years, rate }, price)).toBe('no-time-value');
      }),
    );
  });

  it('answers any doubles with a volatility up to 2,000 % or a reason', () => {
    const any = fc.oneof(fc.double(), fc.double({ min: 1e-9, max: 1e4, noNaN: true }));
    const inputs = fc.record({
      right: fc.constantFrom('call' as const, 'put' as const),
      forward: any,
      strike: any,
      years: fc.oneof(any, fc.double({ min: 0, max: 2, noNaN: true })),
      rate: fc.double({ min: -1, max: 1 }),
    });
    fc.assert(
      fc.property(inputs, any, (option, price) => {
        const implied = impliedVolatility(option, price);
        if (implied.kind === 'volatility') {
          expect(implied.volatility).toBeGreaterThan(0);
          expect(implied.volatility).toBeLessThanOrEqual(20 * (1 + 1e-12));
        }
      }),
    );
  });
});
