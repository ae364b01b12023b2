import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marketModel } from '#engine/indicators/market-model.ts';
import { rollingBeta } from '#engine/indicators/rolling-beta.ts';

const returns = fc.array(
  fc.integer({ min: -500, max: 500 }).map((value) => value / 10_000),
  { minLength: 12, maxLength: 40 },
);

describe('marketModel', () => {
  it('finds slope and residual of a regression worked by hand', () => {
    // x = 1..5, y = 2, 1, 4, 3, 5: slope 0.8, residuals 0.6, −1.2, 1, −0.8, 0.4 → sum of squares 3.6; total 10.
    const model = marketModel([2, 1, 4, 3, 5], [1, 2, 3, 4, 5], 5);
    expect(model?.beta).toBeCloseTo(0.8, 12);
    expect(model?.residualVolatility).toBeCloseTo(Math.sqrt(3.6 / 3) * Math.sqrt(252), 9);
  });

  it('agrees with the rolling beta on its last window', () => {
    fc.assert(
      fc.property(returns, returns, (y, x) => {
        const length = Math.min(x.length, y.length);
        const [small, large] = [y.slice(-length), x.slice(-length)];
        const beta = rollingBeta(small, large, 10).at(-1);
        const model = marketModel(small, large, 10);
        if (beta !== undefined && model) {
          expect(model.beta).toBeCloseTo(beta, 9);
        }
      }),
    );
  });

  it('explains all of a multiple', () => {
    const large = [0.01, -0.02, 0.015, 0.003, -0.007];
    expect(
      marketModel(
        large.map((value) => 1.3 * value),
        large,
        5,
      ),
    ).toMatchObject({ beta: expect.closeTo(1.3, 12), residualVolatility: expect.closeTo(0, 12) });
  });

  it('does not know with too few returns, with a gap, or where nothing moved', () => {
    expect(marketModel([0.1, 0.2], [0.1, 0.2], 3)).toBeUndefined();
    expect(marketModel([0.1, undefined, 0.2], [0.1, 0.2, 0.3], 3)).toBeUndefined();
    expect(marketModel([0.1, 0.2, 0.1], [0.1, 0.1, 0.1], 3)).toBeUndefined();
  });
});
