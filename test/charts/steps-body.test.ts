import { describe, expect, it } from 'vitest';
import { chartDrawing } from '#charts/chart-drawing.ts';
import { PALETTE, WIDTH } from '#charts/palette.ts';
import { barsOf, pathsOf, placeOf } from './drawn-chart.ts';
import { textsOf, wordsSaying } from './drawn-words.ts';
import { STEPS } from './sample-forms.ts';

describe('stepsBody', () => {
  it('stays at a value until it steps, from the first instant to the last', () => {
    const [{ points } = { points: [] }] = pathsOf(STEPS);
    const [base, raised] = [placeOf(STEPS, '0.60').y, placeOf(STEPS, '0.70').y];
    expect(points.map(([, y]) => y)).toEqual(
      [base, base, raised, raised, raised].map((y) => expect.closeTo(y, 1)),
    );
    expect(points[1]?.[0]).toBe(points[2]?.[0]);
  });

  it('names years at their first instant, and where the years are few their months', () => {
    const step = pathsOf(STEPS)[0]?.points[1]?.[0] ?? NaN;
    const [year, next] = [placeOf(STEPS, '2014').x, placeOf(STEPS, '2016').x];
    expect((step - year) / (next - year)).toBeCloseTo(265 / 730, 1);
    const short = { ...STEPS, from: Date.UTC(2014, 0, 1), until: Date.UTC(2014, 11, 31) };
    expect(textsOf(chartDrawing(short))).toEqual(
      expect.arrayContaining(['2014', 'Apr 2014', 'Jul 2014', 'Oct 2014']),
    );
  });

  it('flags a mark in the colour of what came of it', () => {
    expect(barsOf(STEPS, PALETTE.rut)).toHaveLength(1);
    expect(wordsSaying(chartDrawing(STEPS), '2024-08-29').right).toBeLessThanOrEqual(WIDTH);
  });

  it('names a level at the height of its value', () => {
    expect(placeOf(STEPS, 'base 0.60').y).toBeCloseTo(placeOf(STEPS, '0.60').y, 6);
  });
});
