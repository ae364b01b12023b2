import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#charts/chart-drawing.ts';
import { PALETTE } from '#charts/palette.ts';
import { barsOf, placeOf } from './drawn-chart.ts';
import { ofKind, textsOf, wordsSaying } from './drawn-words.ts';
import { BARS, INTERVALS } from './sample-forms.ts';

describe('rowsBody of counts', () => {
  it('gives each count a bar of its length from one edge, and none to nothing', () => {
    const bars = barsOf(BARS, PALETTE.above, PALETTE.average[2]);
    const [longest = NaN, ...others] = bars.map(({ width }) => width);
    expect(longest).toBeGreaterThan(300);
    expect(others).toEqual([expect.closeTo((longest * 6) / 352, 6), 0]);
    expect(new Set(bars.map(({ left }) => left)).size).toBe(1);
  });

  it('writes each count behind its bar and each name before it, the indented further in', () => {
    const drawing = chartDrawing(BARS);
    const [all] = barsOf(BARS, PALETTE.above);
    expect(wordsSaying(drawing, '352').left).toBeGreaterThan(all?.right ?? NaN);
    expect(wordsSaying(drawing, 'releases').right).toBeLessThan(all?.left ?? NaN);
    expect(wordsSaying(drawing, 'and <RSI>').left).toBeGreaterThan(wordsSaying(drawing, 'releases').left);
  });
});

describe('rowsBody of intervals', () => {
  it('draws a mean without interval hollow, and marks an interval that does not span zero', () => {
    const { shapes } = chartDrawing(INTERVALS);
    const [clear, hollow] = ofKind(shapes, 'circle');
    expect([clear?.fill.colour, clear?.stroke?.colour]).toEqual([PALETTE.rut, PALETTE.rut]);
    expect([hollow?.fill.colour, hollow?.stroke?.colour]).toEqual([PALETTE.plot, PALETTE.spx]);
  });

  it('draws each mean and interval where the axis says', () => {
    const { shapes } = chartDrawing(INTERVALS);
    const [zero, two] = [placeOf(INTERVALS, '0').x, placeOf(INTERVALS, '2').x];
    const at = (value: number) => zero + ((two - zero) * value) / 2;
    const [mean] = ofKind(shapes, 'circle');
    const [interval] = ofKind(shapes, 'line').filter(({ stroke }) => stroke.width === 3);
    expect(mean?.centre[0]).toBeCloseTo(at(-0.88), 6);
    expect([interval?.from[0], interval?.to[0]]).toEqual([
      expect.closeTo(at(-2), 6),
      expect.closeTo(at(-0.2), 6),
    ]);
    expect(textsOf({ shapes })).toEqual(expect.arrayContaining(['−0.88', '+0.10', 'points']));
  });
});
