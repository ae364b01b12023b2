import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#charts/chart-drawing.ts';
import { PALETTE } from '#charts/palette.ts';
import { pathsOf, placeOf } from './drawn-chart.ts';
import { ofKind, textsOf, wordsSaying } from './drawn-words.ts';
import { LINES } from './sample-forms.ts';

describe('linesBody', () => {
  it('draws each point where the axes say', () => {
    const [hedge] = pathsOf(LINES);
    const upright = ofKind(chartDrawing(LINES).shapes, 'line').filter(({ from, to }) => from[0] === to[0]);
    const ticks = upright.map(({ from }) => expect.closeTo(from[0], 1));
    expect(hedge?.points.map(([x]) => x)).toEqual(ticks);
    expect(placeOf({ ...LINES, ticks: [{ x: 5, label: 'middle' }] }, 'middle').x).toBeCloseTo(
      ((hedge?.points[0]?.[0] ?? NaN) + (hedge?.points[1]?.[0] ?? NaN)) / 2,
      1,
    );
    const two = placeOf(LINES, '2,000').y;
    const four = placeOf(LINES, '4,000').y;
    const at = (value: number) => two + ((four - two) * (value - 2_000)) / 2_000;
    expect(hedge?.points.map(([, y]) => y)).toEqual([expect.closeTo(at(0), 1), expect.closeTo(at(7_524), 1)]);
  });

  it('steps where a value stays, dots where points count, and a single point as a dot', () => {
    const [, stepped] = pathsOf(LINES);
    expect(stepped?.points).toHaveLength(3);
    expect(stepped?.points[1]?.[1]).toBe(stepped?.points[0]?.[1]);
    const dots = ofKind(chartDrawing(LINES).shapes, 'circle').map(({ fill }) => fill.colour);
    expect(dots).toEqual([PALETTE.rut, PALETTE.rut, PALETTE.text]);
  });

  it('names each line in a legend beside a sample of it, and says what the axes measure', () => {
    const drawing = chartDrawing({ ...LINES, levels: [{ value: 3_000, label: 'target' }] });
    for (const [label, colour] of [
      ['hedge', PALETTE.rut],
      ['p', PALETTE.spx],
      ['one', PALETTE.text],
      ['target', PALETTE.print],
    ] as const) {
      const name = wordsSaying(drawing, label);
      const sample = ofKind(drawing.shapes, 'line').find(
        ({ from, to }) =>
          from[1] === name.y && to[1] === name.y && to[0] < name.left && to[0] > name.left - 10,
      );
      expect(sample?.stroke.colour).toBe(colour);
    }
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['$', 'VIX shock']));
  });

  it('draws a flat line, a single point and nothing at all', () => {
    const flat = { label: 'flat', points: [0, 1].map((x) => ({ x, y: 3 })) };
    const heights = pathsOf({ ...LINES, series: [flat] })[0]?.points.map(([, y]) => y);
    expect(new Set(heights).size).toBe(1);
    expect(textsOf(chartDrawing({ ...LINES, series: [], ticks: [] }))).toContain('VIX shock');
  });
});
