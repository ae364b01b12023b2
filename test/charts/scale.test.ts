import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extentOf, roundTicks } from '#charts/scale.ts';

const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('extentOf', () => {
  it('has none without a value', () => {
    expect(extentOf([[undefined, undefined], []])).toBeUndefined();
  });

  it('holds every value of every series, and what it must always hold, away from its edges', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.option(value, { nil: undefined }))), value, (series, always) => {
        const found = extentOf(series, [always]);
        const values = series.flat().filter((each) => each !== undefined);
        expect(found === undefined).toBe(values.length === 0);
        for (const each of found ? [...values, always] : []) {
          expect(found?.low).toBeLessThan(each);
          expect(found?.high).toBeGreaterThan(each);
        }
      }),
    );
  });

  it('gives a flat series room on both sides, at zero too', () => {
    expect(extentOf([[1000, 1000]])).toEqual({ low: 980, high: 1020 });
    expect(extentOf([[0, 0]])).toEqual({ low: -1, high: 1 });
  });
});

describe('roundTicks', () => {
  it('picks round levels, about as many as asked for', () => {
    expect(roundTicks({ low: 1086, high: 1215 }, 4)).toEqual([1100, 1125, 1150, 1175, 1200]);
    expect(roundTicks({ low: -26, high: 31 }, 3)).toEqual([-20, 0, 20]);
  });

  it('stays inside the extent, ascending, with at least one and never many', () => {
    fc.assert(
      fc.property(value, fc.double({ min: 0.001, max: 1e6, noNaN: true }), (low, range) => {
        const ticks = roundTicks({ low, high: low + range }, 3);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(5);
        expect(ticks.toSorted((a, b) => a - b)).toEqual(ticks);
        expect(ticks.every((tick) => tick > low && tick < low + range)).toBe(true);
      }),
    );
  });
});
