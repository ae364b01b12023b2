import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#charts/chart-drawing.ts';
import { WIDTH } from '#charts/palette.ts';
import { drawnWords, ofKind, outside, overlaps, wordsSaying } from './drawn-words.ts';
import { bars, columns, lines, rows, steps } from './random-charts.ts';
import { sampleChart } from './sample-chart.ts';
import { BARS, COLUMNS, INTERVALS, LINES, STEPS } from './sample-forms.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

describe('chartDrawing', () => {
  it.each([BARS, STEPS, INTERVALS, COLUMNS, LINES, sampleChart()])(
    'draws the same shapes again, 550 wide, with title and subtitle at the top ($title)',
    (chart) => {
      const drawing = chartDrawing(chart);
      expect(chartDrawing(structuredClone(chart))).toEqual(drawing);
      expect(drawing.width).toBe(550);
      const [title, subtitle] = [chart.title, chart.subtitle].map((text) => wordsSaying(drawing, text));
      expect(title?.weight).toBe(700);
      expect(title?.bottom).toBeLessThan(subtitle?.top ?? NaN);
      expect(drawnWords(drawing).every(({ top }) => top >= (title?.top ?? NaN))).toBe(true);
    },
  );

  it.each([BARS, STEPS, INTERVALS, COLUMNS, LINES])(
    'sets nothing smaller than 11 points where a phone shows it 390 wide ($form)',
    (chart) => {
      const smallest = Math.min(...drawnWords(chartDrawing(chart)).map(({ size }) => size));
      expect((smallest * 390) / WIDTH).toBeGreaterThanOrEqual(11);
    },
  );

  it.each([COLUMNS, { ...LINES, watermark: 'RECORDED' }])(
    'writes the watermark behind what it draws ($form)',
    (chart) => {
      const { shapes } = chartDrawing(chart);
      const place = shapes.findIndex((shape) => shape.kind === 'text' && shape.text === 'RECORDED');
      expect(place).toBeGreaterThan(0);
      expect(ofKind(shapes.slice(place), 'line')).toEqual(ofKind(shapes, 'line'));
    },
  );

  it.each([
    ['columns', columns],
    ['lines', lines],
    ['steps', steps],
    ['intervals', rows],
    ['bars', bars],
  ] as const)(
    'draws finite coordinates and no words over each other or beyond the edge, whatever the values (%s)',
    (_, charts) => {
      fc.assert(
        fc.property(charts, (chart) => {
          const drawing = chartDrawing(chart);
          expect(JSON.stringify(drawing)).not.toMatch(/NaN|Infinity|null/);
          expect(overlaps(drawing)).toEqual([]);
          expect(outside(drawing)).toEqual([]);
        }),
        { numRuns: propertyRuns(60) },
      );
    },
  );
});
