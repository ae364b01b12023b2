import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { black76 } from '#engine/pricing/black-76.ts';
import { EXACT_OPTIONS } from '#test/support/exact-options.ts';
import { quantExamples } from '#test/support/engine/quant-examples.ts';
import { relativeGap } from '#test/support/engine/relative-gap.ts';
import { valueOnSpot } from '#test/support/engine/value-on-spot.ts';
import { ExampleInputs, optionCase } from './option-case.ts';

const ExpectedValue = z.record(z.string(), z.number().nullable());
const GREEKS = ['price', 'delta', 'gamma', 'vega', 'theta', 'rho'] as const;

const VALUES = { bsm: valueOnSpot, black76 };

it.each(
  (['bsm', 'black76'] as const).flatMap((name) =>
    quantExamples(name).map((example) => [example.id, name, example] as const),
  ),
)('the worked example %s holds to 1e-9, and what is not there is absent', (_, name, { inputs, expected }) => {
  const actual = VALUES[name](ExampleInputs.parse(inputs));
  for (const [greek, wanted] of Object.entries(ExpectedValue.parse(expected))) {
    const key = GREEKS.find((one) => one === greek) ?? 'price';
    if (wanted === null) {
      expect(actual[key]).toBeUndefined();
    } else {
      expect(relativeGap(actual[key], wanted)).toBeLessThan(1e-9);
    }
  }
});

describe('black76, taken to the spot,', () => {
  // E. G. Haug, The Complete Guide to Option Pricing Formulas (1998), pages 2 to 8, as QuantLib's
  // test-suite/europeanoption.cpp has them: right, strike, spot, yield, rate, years, volatility, price to four digits.
  it.each([
    ['call', 65, 60, 0, 0.08, 0.25, 0.3, 2.1334],
    ['put', 95, 100, 0.05, 0.1, 0.5, 0.2, 2.4648],
    ['put', 19, 19, 0.1, 0.1, 0.75, 0.28, 1.7011],
    ['call', 1.6, 1.56, 0.08, 0.06, 0.5, 0.12, 0.0291],
    ['put', 70, 75, 0.05, 0.1, 0.5, 0.35, 4.087],
    ['call', 100, 90, 0.1, 0.1, 0.1, 0.15, 0.0205],
    ['call', 100, 110, 0.1, 0.1, 0.5, 0.25, 12.7857],
    ['put', 100, 100, 0.1, 0.1, 0.5, 0.35, 9.3679],
  ] as const)(
    'prices the %s struck at %d as Haug does',
    (...[right, strike, spot, q, rate, years, volatility, price]) => {
      const value = valueOnSpot({ right, strike, spot, dividendYield: q, rate, years, volatility });
      expect(Math.abs(value.price - price)).toBeLessThan(6e-5);
    },
  );

  // Haug (1998), pages 12 to 16, by the same QuantLib test: delta, gamma, vega, theta and rho to four digits.
  it('has the greeks that Haug prints', () => {
    const delta = { strike: 100, spot: 105, dividendYield: 0.1, rate: 0.1, years: 0.5, volatility: 0.36 };
    expect(valueOnSpot({ ...delta, right: 'call' }).delta).toBeCloseTo(0.5946, 4);
    expect(valueOnSpot({ ...delta, right: 'put' }).delta).toBeCloseTo(-0.3566, 4);
    const gamma = { strike: 60, spot: 55, dividendYield: 0, rate: 0.1, years: 0.75, volatility: 0.3 };
    expect(valueOnSpot({ ...gamma, right: 'put' }).gamma).toBeCloseTo(0.0278, 4);
    expect(valueOnSpot({ ...gamma, right: 'call' }).vega).toBeCloseTo(18.9358, 4);
    const theta = { strike: 405, spot: 430, dividendYield: 0.05, rate: 0.07, years: 1 / 12, volatility: 0.2 };
    expect(valueOnSpot({ ...theta, right: 'put' }).theta).toBeCloseTo(-31.1924, 4);
    const rho = { strike: 75, spot: 72, dividendYield: 0, rate: 0.09, years: 1, volatility: 0.19 };
    expect(valueOnSpot({ ...rho, right: 'call' }).rho).toBeCloseTo(38.7325, 4);
  });

  it('has every price and greek of the exact table to 1e-9 of itself, far tails included', () => {
    expect(EXACT_OPTIONS.length).toBeGreaterThan(10);
    for (const { exact, terms } of EXACT_OPTIONS) {
      const value = valueOnSpot({ ...terms, dividendYield: 0 });
      GREEKS.forEach((greek) => expect(relativeGap(value[greek], exact[greek])).toBeLessThan(1e-9));
    }
  });

  it('keeps put–call parity, and prices between intrinsic value and bound', () => {
    fc.assert(
      fc.property(optionCase, ({ level, moneyness, years, rate, dividendYield, volatility }) => {
        const terms = {
          spot: level,
          strike: level * Math.exp(moneyness),
          years,
          rate,
          dividendYield,
          volatility,
        };
        const [call, put] = [
          valueOnSpot({ ...terms, right: 'call' }),
          valueOnSpot({ ...terms, right: 'put' }),
        ];
        const asset = level * Math.exp(-dividendYield * years);
        const owed = terms.strike * Math.exp(-rate * years);
        expect(Math.abs(call.price - put.price - (asset - owed))).toBeLessThan(1e-12 * (asset + owed));
        expect(call.price).toBeGreaterThanOrEqual(Math.max(0, asset - owed) - 1e-12 * asset);
        expect(call.price).toBeLessThanOrEqual(asset * (1 + 1e-12));
        expect(put.price).toBeGreaterThanOrEqual(Math.max(0, owed - asset) - 1e-12 * owed);
        expect(put.price).toBeLessThanOrEqual(owed * (1 + 1e-12));
        expect(call.gamma).toBe(put.gamma);
        expect(call.vega).toBe(put.vega);
      }),
    );
  });

  it('has greeks that are the slopes of its price', () => {
    fc.assert(
      fc.property(optionCase, ({ right, level, moneyness, years, ...rest }) => {
        const strike = level * Math.exp(moneyness);
        const at = (change: Partial<Record<'spot' | 'years' | 'rate' | 'volatility', number>>): number =>
          valueOnSpot({ right, spot: level, strike, years, ...rest, ...change }).price;
        const value = valueOnSpot({ right, spot: level, strike, years, ...rest });
        const slope = (name: 'spot' | 'years' | 'rate' | 'volatility', from: number, step: number): number =>
          (at({ [name]: from + step }) - at({ [name]: from - step })) / (2 * step);
        const width = rest.volatility * Math.sqrt(years);
        const near = (actual: number | undefined, expected: number, scale: number): void =>
          expect(Math.abs((actual ?? Number.NaN) - expected)).toBeLessThan(1e-5 * scale);
        near(value.delta, slope('spot', level, 1e-4 * width * level), 1);
        near(
          value.vega,
          slope('volatility', rest.volatility, 1e-4 * rest.volatility),
          level * Math.sqrt(years),
        );
        near(value.theta, -slope('years', years, 1e-4 * years), level * (1 + width / years));
        near(value.rho, slope('rate', rest.rate, 1e-6), level * Math.max(1, years));
      }),
    );
  });

  it('is worth more, the more volatile: never less for calls and puts', () => {
    fc.assert(
      fc.property(optionCase, fc.double({ min: 1.001, max: 4, noNaN: true }), (option, times) => {
        const terms = { ...option, spot: option.level, strike: option.level * Math.exp(option.moneyness) };
        const wilder = valueOnSpot({ ...terms, volatility: option.volatility * times });
        expect(wilder.price).toBeGreaterThanOrEqual(valueOnSpot(terms).price);
      }),
    );
  });
});

describe('black76', () => {
  it('scales with what it is on: ten times future and strike are ten times the price', () => {
    fc.assert(
      fc.property(optionCase, ({ right, level, moneyness, years, rate, volatility }) => {
        const terms = { right, years, rate, volatility, forward: level, strike: level * Math.exp(moneyness) };
        const small = black76(terms);
        const large = black76({ ...terms, forward: 10 * terms.forward, strike: 10 * terms.strike });
        expect(Math.abs(large.price - 10 * small.price)).toBeLessThan(1e-10 * level);
        expect(large.delta).toBeCloseTo(small.delta, 10);
        expect(large.gamma * 10 * level).toBeCloseTo(small.gamma * level, 8);
      }),
    );
  });

  // The same formula in 50 digits with mpmath 1.3.0.
  it('keeps nine digits in the far tail and in the last minutes', () => {
    const minute = 1 / 525_600;
    const far = {
      right: 'call',
      forward: 18.5,
      strike: 150,
      years: 7 / 365,
      rate: 0.04,
      volatility: 1.25,
    } as const;
    expect(relativeGap(black76(far).price, 4.415957201923896e-34)).toBeLessThan(1e-9);
    const last = {
      right: 'put',
      forward: 6_000,
      strike: 5_999,
      years: minute,
      rate: 0.04,
      volatility: 0.1,
    } as const;
    expect(relativeGap(black76(last).price, 0.045632113382123675)).toBeLessThan(1e-9);
  });

  // The same, in 60 digits.
  it('keeps the delta of a put that is all but certain to be worthless, and of a strike half a point away', () => {
    const wild = { right: 'put', forward: 6_000, strike: 9_000, years: 8, rate: 0, volatility: 4 } as const;
    expect(relativeGap(black76(wild).delta, -9.491892188162374e-9)).toBeLessThan(1e-9);
    const near = { right: 'call', forward: 6_000, strike: 6_000.5, years: 1 / 525_600, rate: 0 } as const;
    expect(relativeGap(black76({ ...near, volatility: 0.005 }).gamma, 1.9199024445508076e-31)).toBeLessThan(
      1e-12,
    );
  });
});
