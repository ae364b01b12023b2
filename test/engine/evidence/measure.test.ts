import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { holds, leastProgress, measured } from '#engine/evidence/measure.ts';

const facts = { id: 'lagZ', unit: 'standard deviations' } as const;
const rsi = { id: 'rsiRut', unit: 'RSI points' } as const;

describe('measured', () => {
  it('has gone 62 % of the way at −0.62 standard deviations of the −1 that are wanted', () => {
    const measure = measured({ ...facts, value: -0.62 }, { wanted: '<=', threshold: -1, near: 'score' });
    expect(measure).toMatchObject({ distance: 0.38, progress: 0.62 });
  });

  it('has gone no way at all on the other side of zero', () => {
    expect(measured({ ...facts, value: 0.4 }, { wanted: '<=', threshold: -1, near: 'score' }).progress).toBe(
      0,
    );
  });

  it('takes what a value usually varies by as the whole way where it is no score', () => {
    expect(measured({ ...rsi, value: 41 }, { wanted: '<=', threshold: 35, near: 8 })).toMatchObject({
      distance: 6,
      progress: 0.25,
    });
    expect(measured({ ...rsi, value: 60 }, { wanted: '<=', threshold: 35, near: 8 }).progress).toBe(0);
  });

  it('rounds before it compares: 0.1 + 0.2 is 0.3 at the bound', () => {
    const measure = measured({ ...facts, value: 0.1 + 0.2 }, { wanted: '<=', threshold: 0.3 });
    expect(holds(measure)).toBe('true');
  });

  it('keeps its bound where there is no value, and is unknown', () => {
    const measure = measured(
      { ...facts, value: undefined, reason: 'stale' },
      { wanted: '<=', threshold: -1 },
    );
    expect(measure).toEqual({ ...facts, wanted: '<=', threshold: -1, reason: 'stale' });
    expect(holds(measure)).toBe('unknown');
  });

  it('fires exactly where nothing is left to go, for bounds that include themselves', () => {
    const number = fc.integer({ min: -500, max: 500 }).map((value) => value / 100);
    fc.assert(
      fc.property(number, number, fc.constantFrom('<=', '>='), (value, threshold, wanted) => {
        const measure = measured({ ...facts, value }, { wanted, threshold, near: 1 });
        expect(holds(measure) === 'true').toBe((measure.distance ?? 1) <= 0);
        expect(measure.progress).toBeGreaterThanOrEqual(0);
        expect(measure.progress).toBeLessThanOrEqual(1);
        expect(measure.progress === 1).toBe(holds(measure) === 'true');
      }),
    );
  });
});

describe('leastProgress', () => {
  it('takes the least part of a conjunction, and cannot tell where one part cannot', () => {
    const part = (progress: number) => ({ ...facts, progress });
    expect(leastProgress([part(0.7), part(0.3), part(1)])).toBe(0.3);
    expect(leastProgress([part(0.7), facts])).toBeUndefined();
  });
});
