import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Right } from '#domain/book/lot.ts';
import { black76 } from '#engine/pricing/black-76.ts';

const call: Right = 'call';
const put: Right = 'put';

describe('limits of black76', () => {
  const terms = { forward: 100, rate: 0, volatility: 0.2, years: 0 } as const;

  it.each([
    ['call', 90, 10, 1],
    ['call', 110, 0, 0],
    ['put', 110, 10, -1],
    ['put', 90, 0, 0],
    ['call', 100, 0, 0.5],
    ['put', 100, 0, -0.5],
  ] as const)('a %s struck at %d is worth %d at expiry and has delta %d', (right, strike, price, delta) => {
    expect(black76({ ...terms, right, strike })).toEqual({ price, delta, gamma: 0, vega: 0 });
  });

  it('without volatility an option is worth its discounted intrinsic value, and still has theta and rho', () => {
    const option = { ...terms, right: put, strike: 110, years: 1, rate: 0.05, volatility: 0 };
    const { gamma, vega, theta, rho, price } = black76(option);
    expect(price).toBeCloseTo(10 * Math.exp(-0.05), 12);
    expect([gamma, vega]).toEqual([0, 0]);
    expect(theta).toBeCloseTo(0.05 * price, 12);
    expect(rho).toBeLessThan(0);
  });

  it.each([
    { strike: 0 },
    { strike: -100 },
    { strike: Number.NaN },
    { forward: 0 },
    { forward: Infinity },
    { years: -0.1 },
    { years: Number.NaN },
    { volatility: -0.2 },
    { volatility: Number.NaN },
    { volatility: Infinity },
    { rate: Number.NaN },
    { rate: 4 },
  ])('refuses %o', (change) => {
    const option = { ...terms, right: call, strike: 100, years: 0.1 };
    expect(() => black76({ ...option, ...change })).toThrow(RangeError);
  });

  it('answers any doubles with finite numbers or a RangeError', () => {
    const any = fc.oneof(
      fc.double(),
      fc.double({ min: 0, max: 1e9, noNaN: true }),
      fc.constantFrom(0, 1e-9, 1e9, 1),
    );
    const inputs = fc.record({
      right: fc.constantFrom<Right>('call', 'put'),
      forward: any,
      strike: any,
      years: fc.oneof(any, fc.double({ min: 0, max: 1, noNaN: true })),
      rate: fc.oneof(any, fc.double({ min: -1, max: 1, noNaN: true })),
      volatility: any,
    });
    fc.assert(
      fc.property(inputs, (option) => {
        const answer = attempt(() => black76(option));
        expect(Object.values(answer).filter((number) => !Number.isFinite(number))).toEqual([]);
      }),
    );
  });
});

function attempt(work: () => object): object {
  try {
    return work();
  } catch (error) {
    expect(error).toBeInstanceOf(RangeError);
    return {};
  }
}
