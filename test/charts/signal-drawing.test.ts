import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTE, WIDTH } from '#charts/palette.ts';
import { signalDrawing } from '#charts/signal-drawing.ts';
import type { Drawing } from '#charts/svg-document.ts';
import type { Series } from '#domain/market/session.ts';
import { drawnWords, ofKind, outside, overlaps, piecesOf, textsOf, wordsSaying } from './drawn-words.ts';
import { signals } from './random-charts.ts';
import { sampleChart, weekdays, without } from './sample-chart.ts';
import { propertyRuns } from '#test/support/process/property-runs.ts';

const PHONE_WIDTH = 390;
const LEAST_POINTS = 11;

/** Plots from top to bottom: price, RSI, MACD, ratio. */
function plotsOf({ shapes }: Drawing) {
  return ofKind(shapes, 'rect')
    .filter(({ fill }) => fill.colour === PALETTE.plot)
    .map(({ frame }) => frame);
}

/** Pieces of the lines of this colour inside one of the plots, left to right. */
function lineOf(drawing: Drawing, colour: string, plot: number) {
  const { top = 0, bottom = 0 } = plotsOf(drawing)[plot] ?? {};
  return ofKind(drawing.shapes, 'path')
    .filter(({ stroke }) => stroke.colour === colour)
    .map(({ path }) => piecesOf(path))
    .filter((pieces) => pieces.flat().every(([, y]) => y >= top && y <= bottom))
    .flat();
}

/** The histogram; the zone of the RSI has one of its colours and lets through what lies below. */
function barsOf({ shapes }: Drawing) {
  const colours: readonly string[] = [PALETTE.above, PALETTE.below];
  return ofKind(shapes, 'rect').filter(
    ({ fill }) => fill.opacity === undefined && colours.includes(fill.colour),
  );
}

function linesIn({ shapes }: Drawing, colour: string) {
  return ofKind(shapes, 'line').filter(({ stroke }) => stroke.colour === colour);
}

/** Heights at which the value axis of a plot says two values, and the height of any other value from them. */
function heightIn(drawing: Drawing, [low, high]: readonly [string, string]): (value: number) => number {
  const [one, other] = [wordsSaying(drawing, low), wordsSaying(drawing, high)];
  const numberOf = (text: string) => Number(text.replace('−', '-').replace(',', ''));
  const slope = (other.y - one.y) / (numberOf(high) - numberOf(low));
  return (value) => one.y + slope * (value - numberOf(low));
}

describe('signalDrawing', () => {
  it('stacks price, RSI, MACD and the ratio, each under its title', () => {
    const drawing = signalDrawing(sampleChart());
    const plots = plotsOf(drawing);
    const titles = [
      'Russell 2000 close and averages',
      'RSI 14, capitulation ≤ 35',
      'MACD of the Russell 2000',
      'RUT/SPX, first session = 1',
    ].map((title) => wordsSaying(drawing, title));
    expect(plots).toHaveLength(4);
    for (const [index, { top, bottom }] of plots.entries()) {
      expect(titles[index]?.bottom).toBeLessThan(top);
      expect(titles[index]?.top).toBeGreaterThan(plots[index - 1]?.bottom ?? 0);
      expect(bottom).toBeGreaterThan(top);
    }
  });

  it('draws each value at the height that the axis gives it', () => {
    const chart = sampleChart();
    const drawing = signalDrawing(chart);
    const price = heightIn(drawing, ['1,100', '1,200']);
    const [close = []] = lineOf(drawing, PALETTE.rut, 0);
    expect(close).toHaveLength(120);
    for (const [index, [, y]] of close.entries()) {
      expect(y).toBeCloseTo(price(chart.rut[index] ?? NaN), 1);
    }
    const strength = heightIn(drawing, ['35', '70']);
    const [spx = []] = lineOf(drawing, PALETTE.spx, 1);
    for (const [index, [, y]] of spx.entries()) {
      expect(y).toBeCloseTo(strength(chart.rsi.spx[index] ?? NaN), 1);
    }
  });

  it('gives every session a place of its own, at equal distances from edge to edge', () => {
    const drawing = signalDrawing(sampleChart());
    const [{ left, right } = { left: NaN, right: NaN }] = plotsOf(drawing);
    const [close = []] = lineOf(drawing, PALETTE.rut, 0);
    for (const [index, [x]] of close.entries()) {
      expect(x).toBeCloseTo(left + ((index + 0.5) / 120) * (right - left), 1);
    }
  });

  it('names months below the plots, each under its first session', () => {
    const drawing = signalDrawing(sampleChart());
    const sessions = weekdays(120);
    const [close = []] = lineOf(drawing, PALETTE.rut, 0);
    const lowest = Math.max(...plotsOf(drawing).map(({ bottom }) => bottom));
    for (const [label, month] of [
      ['May 2014', '2014-05'],
      ['Jul', '2014-07'],
      ['Sep', '2014-09'],
    ] as const) {
      const words = wordsSaying(drawing, label);
      const [x = NaN] = close[sessions.findIndex((session) => session.startsWith(month))] ?? [];
      expect((words.left + words.right) / 2).toBeCloseTo(x, 1);
      expect(words.top).toBeGreaterThan(lowest);
    }
  });

  it('draws a bar for each value of the histogram from zero to its height, in the colour of its sign', () => {
    const histogram = weekdays(60).map((_, index) => (index % 2 === 0 ? 10 : -4));
    const macd = { ...sampleChart(60).macd, histogram };
    const drawing = signalDrawing(sampleChart(60, { macd }));
    const height = heightIn(drawing, ['−10', '10']);
    const bars = barsOf(drawing);
    expect(bars).toHaveLength(60);
    for (const [index, { frame, fill }] of bars.entries()) {
      const isAbove = index % 2 === 0;
      expect(fill.colour).toBe(isAbove ? PALETTE.above : PALETTE.below);
      expect(frame.top).toBeCloseTo(height(isAbove ? 10 : 0), 1);
      expect(frame.bottom).toBeCloseTo(height(isAbove ? 0 : -4), 1);
    }
  });

  it('shades the RSI from the threshold down, with its number in the colour of the zone', () => {
    const drawing = signalDrawing(sampleChart());
    const [zone] = ofKind(drawing.shapes, 'rect').filter(({ fill }) => fill.opacity !== undefined);
    expect(zone?.fill.colour).toBe(PALETTE.zone);
    const threshold = wordsSaying(drawing, '35');
    expect(zone?.frame.top).toBeCloseTo(threshold.y, 6);
    expect(zone?.frame.bottom).toBe(plotsOf(drawing)[1]?.bottom);
    expect(threshold.colour).toBe(PALETTE.zone);
  });

  it('names every line with its last value at the right edge, in its colour', () => {
    const drawing = signalDrawing(sampleChart(1, { relative: [1] }));
    const right = plotsOf(drawing)[0]?.right ?? NaN;
    for (const [text, colour] of [
      ['RUT 1,150.0', PALETTE.rut],
      ['20d 1,160', PALETTE.average[0]],
      ['50d 1,155', PALETTE.average[1]],
      ['200d 1,150', PALETTE.average[2]],
      ['RUT 45.0', PALETTE.rut],
      ['SPX 52.0', PALETTE.spx],
      ['MACD 0.0', PALETTE.macd],
      ['Signal 1.0', PALETTE.signal],
      ['Hist −1.0', PALETTE.below],
      ['Ratio 1.000', PALETTE.relative],
    ] as const) {
      const words = wordsSaying(drawing, text);
      expect(words.left).toBeGreaterThan(right);
      expect(words.colour).toBe(colour);
    }
  });

  it('says how far the two RSI are apart, and how far the ratio has come since the last close before the print', () => {
    const relative = weekdays(30).map((_, index) => (index < 25 ? 1 : 0.95));
    const marks = [{ session: weekdays(30)[25] ?? '', label: 'CPI', kind: 'print' } as const];
    const texts = textsOf(signalDrawing(sampleChart(30, { relative, marks })));
    expect(texts).toContain('−5.0% since print');
    expect(texts.some((text) => text.startsWith('RUT less SPX '))).toBe(true);
  });

  it('draws each mark through all panels at its session, in the colour of its kind, with its label', () => {
    const sessions = weekdays(120);
    const places = [108, 112, 116];
    const [print = '', joined = '', confirmed = ''] = places.map((place) => sessions[place] ?? '');
    const drawing = signalDrawing(
      sampleChart(120, {
        marks: [
          { session: print, label: 'CPI', kind: 'print' },
          { session: joined, label: 'PPI joins', kind: 'print' },
          { session: confirmed, label: 'Confirmed', kind: 'confirmed' },
        ],
      }),
    );
    const [close = []] = lineOf(drawing, PALETTE.rut, 0);
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['CPI', 'PPI joins', 'Confirmed']));
    const xs = [...linesIn(drawing, PALETTE.print), ...linesIn(drawing, PALETTE.confirmed)].map(
      ({ from }) => from[0],
    );
    expect(xs).toHaveLength(3 * 5);
    for (const [index, x] of xs.entries()) {
      expect(x).toBeCloseTo(close[places[Math.floor(index / 5)] ?? 0]?.[0] ?? NaN, 1);
    }
  });

  it('leaves out a mark whose session is not shown', () => {
    const drawing = signalDrawing(
      sampleChart(30, { marks: [{ session: '2013-01-02', label: 'CPI', kind: 'print' }] }),
    );
    expect(textsOf(drawing)).not.toContain('CPI');
    expect(linesIn(drawing, PALETTE.print)).toEqual([]);
  });

  it('writes the watermark across both halves, behind everything that is drawn on the plots', () => {
    const { shapes } = signalDrawing(sampleChart(120, { watermark: 'RECORDED' }));
    const marks = drawnWords({ shapes }).filter(({ text }) => text === 'RECORDED');
    expect(marks.map(({ rotation }) => rotation > 0)).toEqual([true, true]);
    const last = shapes.findLastIndex((shape) => shape.kind === 'text' && shape.text === 'RECORDED');
    expect(shapes.slice(0, last).every(({ kind }) => kind === 'rect' || kind === 'text')).toBe(true);
    expect(shapes.slice(last).some(({ kind }) => kind === 'path')).toBe(true);
    expect(textsOf(signalDrawing(sampleChart()))).not.toContain('RECORDED');
  });

  it('breaks a line where values are missing, instead of bridging the gap or falling to zero', () => {
    const chart = sampleChart();
    const spx = without(chart.rsi.spx, (index) => (index > 20 && index < 30) || (index > 60 && index < 64));
    const pieces = lineOf(signalDrawing({ ...chart, rsi: { ...chart.rsi, spx } }), PALETTE.spx, 1);
    expect(lineOf(signalDrawing(chart), PALETTE.spx, 1)).toHaveLength(1);
    expect(pieces.map((piece) => piece.length)).toEqual([21, 31, 56]);
  });

  it('draws no bar for a session without a histogram', () => {
    const { macd } = sampleChart(60);
    const histogram = without(macd.histogram, (index) => index % 2 === 0);
    expect(barsOf(signalDrawing(sampleChart(60, { macd: { ...macd, histogram } })))).toHaveLength(30);
  });

  it('shows a value that stands alone between gaps as a dot', () => {
    const chart = sampleChart(60);
    const dots = (rut: Series) =>
      ofKind(signalDrawing({ ...chart, rut }).shapes, 'circle').filter(
        ({ fill }) => fill.colour === PALETTE.rut,
      ).length;
    expect(dots(without(chart.rut, (index) => index !== 20 && index !== 59))).toBe(dots(chart.rut) + 1);
  });

  it('says n/a for a line without a last value, and so of a panel that has none at all', () => {
    const chart = sampleChart(60);
    const none = chart.rut.map(() => undefined);
    const drawing = signalDrawing({ ...chart, relative: none, rsi: { ...chart.rsi, spx: none } });
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['SPX n/a', 'no values yet']));
    expect(plotsOf(drawing)).toHaveLength(4);
  });

  it('sets nothing smaller than 11 points where a phone shows it 390 wide', () => {
    const drawing = signalDrawing(sampleChart(120, { watermark: 'RECORDED' }));
    const smallest = Math.min(...drawnWords(drawing).map(({ size }) => size));
    expect((smallest * PHONE_WIDTH) / WIDTH).toBeGreaterThanOrEqual(LEAST_POINTS);
  });

  it('gives the same shapes for the same chart', () => {
    const chart = sampleChart();
    expect(signalDrawing(structuredClone(chart))).toEqual(signalDrawing(chart));
  });

  it('draws finite coordinates, without words over each other or beyond the edge, whatever the values', () => {
    fc.assert(
      fc.property(signals, (chart) => {
        const drawing = signalDrawing(chart);
        expect(JSON.stringify(drawing.shapes)).not.toMatch(/NaN|Infinity|null/);
        expect(overlaps(drawing)).toEqual([]);
        expect(outside(drawing)).toEqual([]);
      }),
      { numRuns: propertyRuns(40) },
    );
  });
});
