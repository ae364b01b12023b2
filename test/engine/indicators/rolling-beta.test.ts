import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rollingBeta } from '#engine/indicators/rolling-beta.ts';

const returns = fc.array(
  fc.integer({ min: -300, max: 300 }).map((points) => points / 10_000),
  { minLength: 30, maxLength: 60 },
);

describe('rollingBeta', () => {
  it('finds the slope of a straight line whatever its intercept', () => {
    fc.assert(
      fc.property(returns, fc.integer({ min: -20, max: 20 }), (market, tenths) => {
        fc.pre(new Set(market.slice(-20)).size > 1);
        const stock = market.map((value) => 0.001 + (tenths / 10) * value);
        expect(rollingBeta(stock, market, 20).at(-1)).toBeCloseTo(tenths / 10, 8);
      }),
    );
  });

  it('equals the slope that NumPy finds', () => {
    // Reference: numpy.polyfit([.01, -.02, .015, .003], [.012, -.03, .02, .001], 1)[0]
    const slope = rollingBeta([0.012, -0.03, 0.02, 0.001], [0.01, -0.02, 0.015, 0.003], 4)[3];
    expect(slope).toBeCloseTo(1.416434540389972, 10);
  });

  it('needs every return of its window', () => {
    const market = [0.01, -0.02, undefined, 0.01, -0.01, 0.02];
    expect(rollingBeta(market, market, 3)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      expect.closeTo(1, 10),
    ]);
  });

  it('has no value where the market never moved', () => {
    expect(rollingBeta([0.01, 0.02, 0.03], [0, 0, 0], 3)[2]).toBeUndefined();
  });
});
