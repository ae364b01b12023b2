import { describe, expect, it } from 'vitest';
import { boundTruth } from '#domain/signal/bound-truth.ts';
import type { Measure } from '#domain/signal/evidence.ts';
import { holds, measured } from '#engine/evidence/measure.ts';

const BOUNDS = ['<=', '<', '>=', '>'] as const;
const at = (wanted: NonNullable<Measure['wanted']>, value: number | undefined) =>
  measured({ id: 'trendGap', unit: 'percent', value }, { wanted, threshold: -1.5 });

describe('boundTruth', () => {
  it('holds at the bound itself only where that is enough', () => {
    expect(BOUNDS.map((wanted) => boundTruth(at(wanted, -1.5)))).toEqual(['true', 'false', 'true', 'false']);
  });

  it.each(BOUNDS)('agrees with what decided, for %s', (wanted) => {
    for (const value of [-1.6, -1.5, -1.4, undefined]) {
      expect(boundTruth(at(wanted, value))).toBe(holds(at(wanted, value)));
    }
  });

  it('is unknown of what is only shown', () => {
    expect(boundTruth({})).toBe('unknown');
  });
});
