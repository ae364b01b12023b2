import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Extent, extentOf, roundTicks, valueScale } from '#charts/value-scale.ts';

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

const PANEL = { top: 100, bottom: 190 };
const ROOM = { most: 4, apart: 19, inset: 5 };

/** Ranges between a thousandth and a million, above, below and around zero. */
const extents: fc.Arbitrary<Extent> = fc
  .tuple(value, fc.double({ min: 0.001, max: 1e6, noNaN: true }))
  .map(([low, range]) => ({ low, high: low + range }));

describe('valueScale', () => {
  it('puts the lowest value at the bottom and the highest at the top', () => {
    const scale = valueScale({ low: 1_100, high: 1_200 }, PANEL);
    expect([1_100, 1_125, 1_150, 1_200].map(scale)).toEqual([190, 167.5, 145, 100]);
  });

  it('puts the higher of two values higher, always inside its panel', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(extents, share, share, (extent, one, other) => {
        const scale = valueScale(extent, PANEL);
        const at = (part: number) => scale(extent.low + part * (extent.high - extent.low));
        expect(Math.sign(at(one) - at(other)) * Math.sign(one - other)).toBeLessThanOrEqual(0);
        expect(at(one)).toBeGreaterThanOrEqual(100 - 1e-6);
        expect(at(one)).toBeLessThanOrEqual(190 + 1e-6);
      }),
    );
  });
});

describe('roundTicks', () => {
  const ticksOf = (low: number, high: number, room = ROOM) =>
    roundTicks(valueScale({ low, high }, PANEL), room);

  it('picks round levels, as many as there is room for', () => {
    expect(ticksOf(1_086, 1_215)).toEqual([1_100, 1_150, 1_200]);
    expect(ticksOf(-26, 31)).toEqual([-20, 0, 20]);
    expect(ticksOf(0.894, 1.008)).toEqual([0.95, 1]);
  });

  it('leaves out levels whose labels would touch each other or leave the panel', () => {
    expect(ticksOf(-26, 31, { most: 12, apart: 19, inset: 5 })).toEqual([-20, 0, 20]);
    expect(ticksOf(-26, 31, { most: 12, apart: 7, inset: 5 })).toEqual([
      -20, -15, -10, -5, 0, 5, 10, 15, 20, 25,
    ]);
    expect(ticksOf(0, 10, { most: 2, apart: 19, inset: 5 })).toEqual([5]);
  });

  it('stays inside the panel, ascending and apart, with at least one and never many', () => {
    fc.assert(
      fc.property(extents, (extent) => {
        const scale = valueScale(extent, PANEL);
        const ticks = roundTicks(scale, ROOM);
        const heights = ticks.map(scale);
        expect(ticks.length).toBeGreaterThanOrEqual(1);
        expect(ticks.length).toBeLessThanOrEqual(5);
        for (const [index, height] of heights.entries()) {
          expect(height).toBeGreaterThan(100);
          expect(height).toBeLessThan(190);
          expect((heights[index - 1] ?? Infinity) - height).toBeGreaterThanOrEqual(19);
        }
      }),
    );
  });
});
