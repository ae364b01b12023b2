import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { smallCapLag } from '#engine/indicators/small-cap-lag.ts';
import { describeIndicatorLaws, someCloses } from '#test/support/engine/indicator-laws.ts';

/** A large index that always moves, so that beta can be told. */
const wave = (length: number): readonly number[] =>
  Array.from({ length }, (_, day) => 2000 + 30 * Math.sin(day * 1.7));

describeIndicatorLaws(
  'smallCapLag',
  (closes) => {
    const gap = closes.indexOf(undefined);
    const large = gap < 0 ? wave(closes.length) : [...wave(gap), undefined, ...wave(closes.length - gap - 1)];
    return smallCapLag(closes, large, 20).sum;
  },
  { warmUp: 24, doubled: 'same' },
);

/** Closes from returns, starting at 1000. */
function closesOf(returns: readonly number[]): readonly number[] {
  let close = 1000;
  return [close, ...returns.map((value) => (close *= Math.exp(value)))];
}

describe('smallCapLag', () => {
  it('finds nothing left where small caps do what beta makes them do', () => {
    const market = Array.from({ length: 40 }, (_, day) => 0.01 * Math.sin(day * 1.7));
    const { beta, sum } = smallCapLag(closesOf(market.map((value) => 1.3 * value)), closesOf(market), 20);
    expect(beta.at(-1)).toBeCloseTo(1.3, 9);
    expect(sum.at(-1)).toBeCloseTo(0, 9);
  });

  it('does not call a fall of 1.3 % a lag when large caps fell 1 % and beta is 1.3', () => {
    const market = [...Array.from({ length: 40 }, (_, day) => 0.01 * Math.sin(day * 1.7)), -0.01];
    const small = market.map((value) => 1.3 * value);
    const residual = smallCapLag(closesOf(small), closesOf(market), 20).sum.at(-1);
    expect(residual).toBeCloseTo(0, 9);
  });

  it('keeps beta between 0.8 and 2', () => {
    const market = Array.from({ length: 30 }, (_, day) => 0.01 * Math.sin(day * 1.7));
    const wild = smallCapLag(closesOf(market.map((value) => 5 * value)), closesOf(market), 20).beta.at(-1);
    const tame = smallCapLag(closesOf(market.map((value) => -value)), closesOf(market), 20).beta.at(-1);
    expect([wild, tame]).toEqual([2, 0.8]);
  });

  it('is the sum of five residuals, each with the beta of its own window', () => {
    fc.assert(
      fc.property(someCloses(30, 40), (small) => {
        const large = wave(small.length);
        const { beta, sum } = smallCapLag(small, large, 20);
        const last = small.length - 1;
        const residuals = [0, 1, 2, 3, 4].map((back) => {
          const now = last - back;
          const move = (closes: readonly number[]) => Math.log((closes[now] ?? 0) / (closes[now - 1] ?? 0));
          return move(small) - (beta[now] ?? Number.NaN) * move(large);
        });
        expect(sum[last]).toBeCloseTo(
          residuals.reduce((total, value) => total + value, 0),
          9,
        );
      }),
    );
  });
});
