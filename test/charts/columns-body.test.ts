import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#charts/chart-drawing.ts';
import { PALETTE } from '#charts/palette.ts';
import { barsOf, firstBar } from './drawn-chart.ts';
import { drawnWords, ofKind, textsOf, wordsSaying } from './drawn-words.ts';
import { COLUMNS } from './sample-forms.ts';

describe('columnsBody', () => {
  it('draws a bar for each expiration as long as its dollars, and downwards where they are negative', () => {
    const bars = barsOf(COLUMNS, PALETTE.above, PALETTE.average[2], PALETTE.rut);
    const [longest = NaN, ...others] = bars.map(({ height }) => height);
    const zero = firstBar(COLUMNS, PALETTE.above).bottom;
    expect(others).toEqual([expect.closeTo((longest * 12) / 304, 6), longest]);
    expect(bars.map(({ top, bottom }) => [top < zero, bottom > zero])).toEqual([
      [true, false],
      [false, true],
      [true, false],
    ]);
    expect(bars.map(({ colour }) => colour)).toEqual([PALETTE.above, PALETTE.average[2], PALETTE.rut]);
  });

  it('writes what a column says over it and its names under it', () => {
    const drawing = chartDrawing(COLUMNS);
    const { left, right, top, bottom } = firstBar(COLUMNS, PALETTE.above);
    const said = drawnWords(drawing).find(({ text }) => text === '$304');
    expect(said?.bottom).toBeLessThan(top);
    for (const text of ['short', '2014-10-22']) {
      const name = wordsSaying(drawing, text);
      expect((name.left + name.right) / 2).toBeCloseTo((left + right) / 2, 6);
      expect(name.top).toBeGreaterThan(bottom);
    }
  });

  it('names a level beside its line where nothing lies in the way, else in a legend above', () => {
    const roomy = { ...COLUMNS, levels: [{ value: 500, label: 'target' }] };
    const [line] = ofKind(chartDrawing(roomy).shapes, 'line').filter(({ stroke }) => stroke.dash);
    const name = wordsSaying(chartDrawing(roomy), 'target');
    expect(Math.abs(name.y - (line?.from[1] ?? NaN))).toBeLessThan(16);
    const crowded = {
      ...COLUMNS,
      levels: [290, 296, 302].map((value) => ({ value, label: `level ${value}` })),
    };
    const plotTop = barsOf(crowded, PALETTE.plot)[0]?.top ?? NaN;
    expect(wordsSaying(chartDrawing(crowded), 'level 296').bottom).toBeLessThan(plotTop);
  });

  it('draws levels at the heights of their values, each in a colour of its own', () => {
    const { top, bottom } = firstBar(COLUMNS, PALETTE.above);
    const drawn = ofKind(chartDrawing(COLUMNS).shapes, 'line').filter(({ stroke }) => stroke.width === 1.6);
    const heights = [330, 331].map((value) => bottom - ((bottom - top) * value) / 304);
    expect(drawn.map(({ from }) => from[1])).toEqual(heights.map((y) => expect.closeTo(y, 6)));
    expect(new Set(drawn.map(({ stroke }) => stroke.colour)).size).toBe(2);
  });

  it('sets names smaller rather than cutting them where there are many columns', () => {
    const many = Array.from({ length: 6 }, (_, index) => ({
      label: `layer ${index}`,
      below: `2026-0${index + 1}-14`,
      value: 100 + index,
      says: `$${100 + index}`,
    }));
    const texts = textsOf(chartDrawing({ ...COLUMNS, columns: many }));
    expect(texts).toEqual(expect.arrayContaining(many.map(({ below }) => below)));
  });
});
