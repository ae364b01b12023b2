import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { relativeSpread } from '#engine/indicators/relative-spread.ts';
import { describeIndicatorLaws, someCloses } from '#test/support/engine/indicator-laws.ts';

const flat = (closes: readonly unknown[]): readonly number[] => closes.map(() => 6000);

describeIndicatorLaws('relativeSpread', (closes) => relativeSpread(closes, flat(closes), 5), {
  warmUp: 5,
  doubled: 'same',
  looksAtEnds: true,
});

describe('relativeSpread', () => {
  it('is the difference of the two logarithmic returns', () => {
    // Reference: vector demo-relspread of the project's worked examples.
    const spread = relativeSpread([2000, 1990, 1975.5], [6000, 6012, 6030], 2);
    expect(spread[2]).toBeCloseTo(-0.01731319120167589, 12);
  });

  it('has no value where either end of its window is missing', () => {
    const closes = [1, undefined, 3, 4, 5];
    const large = [1, 1, 1, 1, 1];
    expect(relativeSpread(closes, large, 2).map((value) => value !== undefined)).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
  });

  it('changes its sign when the two indices change places', () => {
    fc.assert(
      fc.property(someCloses(8, 8), someCloses(8, 8), (first, second) => {
        const spread = relativeSpread(first, second, 5)[7] ?? Number.NaN;
        expect(relativeSpread(second, first, 5)[7]).toBeCloseTo(-spread, 12);
      }),
    );
  });
});
