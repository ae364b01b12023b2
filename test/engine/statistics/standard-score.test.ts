import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardScore } from '#engine/statistics/standard-score.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 62, maxLength: 400 });
const yearAndOne = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 253, maxLength: 253 });

describe('standardScore', () => {
  it('does not count the value among those that it is measured against', () => {
    const quiet = Array.from({ length: 100 }, (_, day) => (day % 2 === 0 ? 1 : -1));
    const score = standardScore([...quiet, 50], 100);
    // NumPy: (50 − 0) / np.std([1, −1] * 50, ddof=1)
    expect(score).toEqual({ score: expect.closeTo(49.749371855331, 8) });
  });

  it('forgets what lies more than 252 values back', () => {
    fc.assert(
      fc.property(values, yearAndOne, (older, recent) => {
        const series = [...older, ...recent];
        expect(standardScore(series, series.length - 1)).toEqual(standardScore(recent, 252));
      }),
      { numRuns: propertyRuns(40) },
    );
  });

  it('says nothing with fewer than 60 earlier values', () => {
    const series = Array.from({ length: 60 }, (_, day) => day);
    expect(standardScore(series, 59)).toEqual({ reason: 'too-little-history' });
    expect(standardScore([...series, 60], 60)).toHaveProperty('score');
  });

  it('says so where nothing ever varied', () => {
    expect(
      standardScore(
        Array.from({ length: 100 }, () => 0.1),
        99,
      ),
    ).toEqual({ reason: 'no-variation' });
  });

  it('is the same whatever the unit', () => {
    fc.assert(
      fc.property(values, (series) => {
        const last = series.length - 1;
        const first = standardScore(series, last);
        const other = standardScore(
          series.map((value) => value * 4),
          last,
        );
        expect(other).toEqual('score' in first ? { score: expect.closeTo(first.score, 9) } : first);
      }),
    );
  });
});
