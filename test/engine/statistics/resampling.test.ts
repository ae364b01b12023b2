import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '#engine/statistics/bootstrap-mean.ts';
import { expectedMaximum, holmCorrection, wilsonInterval } from '#engine/statistics/inference.ts';
import { median } from '#engine/statistics/summary.ts';
import { seededRandom } from '#engine/statistics/seeded-random.ts';

describe('wilsonInterval', () => {
  it('gives 35 to 85 % for 7 of 11', () => {
    // The project's formulas §7, rounded there.
    const { low = 0, high = 0 } = wilsonInterval(7, 11) ?? {};
    expect([Math.round(low * 100), Math.round(high * 100)]).toEqual([35, 85]);
  });

  it('never claims certainty from hits alone', () => {
    // Closed form for all hits: n / (n + z²) = 4 / (4 + 3.8415) to 1.
    expect(wilsonInterval(4, 4)?.low).toBeCloseTo(0.51011, 5);
    expect(wilsonInterval(4, 4)?.high).toBe(1);
    expect(wilsonInterval(0, 0)).toBeUndefined();
  });
});

describe('holmCorrection', () => {
  it('raises each chance by the number of tests that are left, and keeps their order', () => {
    // By hand: 4 × 0.005, 3 × 0.01, 2 × 0.03, and 0.04 no less than the one before it.
    expect(holmCorrection([0.01, 0.04, 0.03, 0.005])).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('never lowers a chance', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (chances) => {
        holmCorrection(chances).forEach((corrected, index) => {
          expect(corrected).toBeGreaterThanOrEqual(chances[index] ?? 0);
        });
      }),
    );
  });
});

describe('seededRandom', () => {
  it('gives the same numbers for the same seed, all from 0 up to but not 1', () => {
    const [first, second] = [seededRandom(7), seededRandom(7)];
    const drawn = Array.from({ length: 10_000 }, () => first());
    expect(drawn).toEqual(drawn.map(() => second()));
    expect(drawn.every((value) => value >= 0 && value < 1)).toBe(true);
    expect(drawn.reduce((sum, value) => sum + value, 0) / drawn.length).toBeCloseTo(0.5, 1);
  });
});

describe('bootstrapMean', () => {
  const draw = (clusters: readonly (readonly number[])[], block = 1) =>
    bootstrapMean(clusters, { draws: 4_000, random: seededRandom(1), block });

  it('counts both sides in its chance', () => {
    // Of two draws from −1 and 3 a quarter have a mean below zero, and the chance is twice that.
    expect(draw([[-1], [3]])?.chance).toBeCloseTo(0.5, 1);
  });

  it('comes near the interval of a normal mean for many independent values', () => {
    const random = seededRandom(3);
    const values = Array.from({ length: 400 }, () => [random() - 0.5]);
    const { low = 0, high = 0 } = draw(values) ?? {};
    // Standard error of a uniform value's mean: 1 / sqrt(12 × 400) = 0.0144; 1.96 of them each way.
    expect(high - low).toBeCloseTo(2 * 1.96 * 0.0144, 2);
  });

  it('widens where values of a cluster move together', () => {
    const values = [1, -1, 2, -2, 1, -1];
    const apart = draw(values.flatMap((value) => [[value], [value], [value]]));
    const together = draw(values.map((value) => [value, value, value]));
    expect((together?.high ?? 0) - (together?.low ?? 0)).toBeGreaterThan(
      (apart?.high ?? 0) - (apart?.low ?? 0),
    );
  });

  it('takes blocks around the end, and says nothing of nothing', () => {
    expect(draw([[1], [2], [3]], 3)).toMatchObject({ low: 2, high: 2 });
    expect(draw([])).toBeUndefined();
  });

  it('counts both ways in which there might be no effect', () => {
    // Three draws from −1, 2, 2 sum to zero or less with two or three −1: 7 of 27 ways, and chance counts both sides.
    expect(draw([[-1], [2], [2]])?.chance).toBeCloseTo((2 * 7) / 27, 1);
    expect(draw([[1], [-2], [-2]])?.chance).toBeCloseTo((2 * 7) / 27, 1);
  });

  it('calls the chance of an effect that every value shows as small as the draws can tell', () => {
    expect(draw([[1], [2], [3], [1], [2]])?.chance).toBe(1 / 4_000);
  });
});

describe('expectedMaximum', () => {
  it('is what the best of so many random tries shows', () => {
    // Mean of the largest of 10 standard normal values is 1.5388 (order statistics, Harter 1961); the formula is near.
    expect(expectedMaximum(10)).toBeCloseTo(1.54, 1);
    expect(expectedMaximum(1)).toBe(0);
    expect(expectedMaximum(100)).toBeGreaterThan(expectedMaximum(10));
  });
});

describe('median', () => {
  it('is the middle, or halfway between the two in the middle', () => {
    expect([median([3, 1, 2]), median([4, 1, 2, 3]), median([])]).toEqual([2, 2.5, undefined]);
  });
});
