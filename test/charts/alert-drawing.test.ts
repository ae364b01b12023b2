import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertAltText } from '#charts/alt-text.ts';
import { alertDrawing } from '#charts/alert-drawing.ts';
import { PALETTE } from '#charts/palette.ts';
import type { AlertChart } from '#domain/signal/alert-chart.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';
import { drawnWords, ofKind, outside, overlaps, textsOf, wordsSaying } from './drawn-words.ts';
import { alerts } from './random-charts.ts';
import { weekdays } from './sample-chart.ts';

/** Pixels a unit: the picture is 1,200 wide. */
const SCALE = 1_200 / 440;

const sessions = weekdays(8);
const CHART: AlertChart = {
  form: 'alert',
  sessions,
  from: '2014-04-04',
  rut: [1, 0, 0.5, 0, -1, -2, -2.5, -2.8],
  spx: [-1, 0, 0.5, 0.4, 0.3, 0, -0.5, -0.8],
  reading: { kind: 'rsi', period: 14, values: [60, 58, 55, 50, 45, 40, 37, 33.6], level: 35 },
  prints: ['2014-04-07'],
  watermark: 'RECORDED',
};

const STOOD_DOWN: AlertChart = {
  ...CHART,
  reading: { kind: 'vix', values: [20, 22, 25, 30, 40, 50, 60, 75.47], level: 25 },
};

describe('alertDrawing', () => {
  it('is 1,200 by 675 pixels, its words at least 10 points where a phone shows it 285 wide', () => {
    const drawing = alertDrawing(CHART);
    expect([drawing.pixels, drawing.height * SCALE]).toEqual([1_200, 675]);
    const sizes = drawnWords(drawing).map(({ size }) => (size * SCALE * 285) / 1_200);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(10);
  });

  it('shows both indices from the close before the print, and the RSI of small caps with its zone', () => {
    const drawing = alertDrawing(CHART);
    expect(textsOf(drawing)).toEqual(
      expect.arrayContaining([
        'Small and large caps from 4 Apr, %',
        'RUT −2.8%',
        'SPX −0.8%',
        'RSI 14 of small caps, low at 35 or less',
        'RSI 33.6',
        'RECORDED',
      ]),
    );
    expect(wordsSaying(drawing, 'SPX −0.8%').colour).toBe(PALETTE.spx);
    expect(wordsSaying(drawing, 'RUT −2.8%').y).toBeGreaterThan(wordsSaying(drawing, 'SPX −0.8%').y);
    const [zone] = ofKind(drawing.shapes, 'rect').filter(({ fill }) => fill.colour === PALETTE.zone);
    const [, plot] = ofKind(drawing.shapes, 'rect').filter(({ fill }) => fill.colour === PALETTE.plot);
    expect(zone?.frame.bottom).toBe(plot?.frame.bottom);
    expect(zone?.frame.top).toBeCloseTo(wordsSaying(drawing, '35').y);
  });

  it('shows the VIX, shaded above its late level, where nothing may be added', () => {
    const drawing = alertDrawing(STOOD_DOWN);
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['VIX, late above 25', 'VIX 75.5']));
    const [zone] = ofKind(drawing.shapes, 'rect').filter(({ fill }) => fill.colour === PALETTE.zone);
    const [, plot] = ofKind(drawing.shapes, 'rect').filter(({ fill }) => fill.colour === PALETTE.plot);
    expect(zone?.frame.top).toBe(plot?.frame.top);
    expect(zone?.frame.bottom).toBeCloseTo(wordsSaying(drawing, '25').y);
  });

  it('marks the prints across both plots', () => {
    const lines = ofKind(alertDrawing(CHART).shapes, 'line').filter(
      ({ stroke }) => stroke.colour === PALETTE.print,
    );
    expect(lines).toHaveLength(2);
  });

  it('says where nothing is known yet', () => {
    const unknown = sessions.map(() => undefined);
    const drawing = alertDrawing({ ...CHART, rut: unknown, spx: unknown });
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['no values yet', 'RSI 33.6']));
  });

  it('keeps every word inside and no two over each other, whatever it shows', () => {
    fc.assert(
      fc.property(alerts, (chart) => {
        const drawing = alertDrawing(chart);
        expect(outside(drawing)).toEqual([]);
        expect(overlaps(drawing)).toEqual([]);
      }),
      { numRuns: propertyRuns(60) },
    );
  });
});

describe('alertAltText', () => {
  it('says what the picture shows', () => {
    expect(alertAltText(CHART)).toBe(
      'From the close of 2014-04-04: RUT −2.8%, SPX −0.8%. RSI 14 of RUT 33.6, low at 35 or less. ' +
        'Print: 2014-04-07. Watermark: RECORDED.',
    );
    expect(alertAltText(STOOD_DOWN)).toContain('VIX 75.5, late above 25.');
  });
});
