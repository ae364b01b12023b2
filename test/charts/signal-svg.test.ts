import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PALETTE, WIDTH } from '#charts/palette.ts';
import { signalSvg } from '#charts/signal-svg.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/series.ts';
import { sampleChart, weekdays, without } from './sample-chart.ts';
import { overlaps, textsOf, wordsOf } from './svg-words.ts';

const PHONE_WIDTH = 400;
const LEAST_POINTS = 11;

/** Pieces of the line drawn in this colour: one per move of the pen, closed shapes (dots) left out. */
function piecesOf(svg: string, colour: string): number {
  const paths = svg.match(/<path\b[^>]*>/g) ?? [];
  const lines = paths.filter((path) => path.includes(`stroke="${colour}"`) && path.includes('fill="none"'));
  return lines.flatMap((path) => /\bd="([^"]*)"/.exec(path)?.[1]?.match(/M/g) ?? []).length;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** The shapes that lie behind the plots: one for each panel. */
function groundsOf(svg: string): number {
  return count(svg, `fill="${PALETTE.plot}"`);
}

/** Values of this range: flat, jumping, crashing near the end, with gaps, or none at all. */
function seriesOf(sessions: readonly string[], min: number, max: number): fc.Arbitrary<Series> {
  const value = fc.option(fc.double({ min, max, noNaN: true }), { nil: undefined });
  const shapes = fc.constantFrom('flat', 'jumping', 'crashing', 'empty');
  return fc.tuple(shapes, value, value).map(([shape, one, other]) =>
    sessions.map((_, index) => {
      const isOther =
        (shape === 'jumping' && index % 3 === 0) || (shape === 'crashing' && index > 0.9 * sessions.length);
      return shape === 'empty' ? undefined : isOther ? other : one;
    }),
  );
}

const charts: fc.Arbitrary<SignalChart> = fc.integer({ min: 1, max: 320 }).chain((length) => {
  const sessions = weekdays(length);
  const mark = fc.record({
    session: fc.constantFrom(...sessions),
    label: fc.constantFrom(
      'CPI Sep 17',
      'Confirmed Sep 23',
      'PPI Nov 15 joins a rather long event of before',
    ),
    kind: fc.constantFrom('print' as const, 'confirmed' as const),
  });
  const price = seriesOf(sessions, 0.01, 50_000);
  const level = seriesOf(sessions, 0, 100);
  const distance = seriesOf(sessions, -5_000, 5_000);
  return fc.record({
    title: fc.string({ maxLength: 90 }),
    subtitle: fc.string({ maxLength: 90 }),
    sessions: fc.constant(sessions),
    rut: price,
    averages: fc.tuple(price, price, price).map(([short, middle, long]) => [
      { period: 20, values: short },
      { period: 50, values: middle },
      { period: 200, values: long },
    ]),
    rsi: fc.record({
      period: fc.constant(14),
      rut: level,
      spx: level,
      threshold: fc.integer({ min: 20, max: 50 }),
    }),
    macd: fc.record({ line: distance, signal: distance, histogram: distance }),
    relative: seriesOf(sessions, 0.2, 3),
    marks: fc.array(mark, { maxLength: 4 }),
  });
});

describe('signalSvg', () => {
  it('stacks price, RSI, MACD and the ratio, each under its title', () => {
    const svg = signalSvg(sampleChart());
    expect(groundsOf(svg)).toBe(4);
    expect(textsOf(svg)).toEqual(
      expect.arrayContaining([
        'Russell 2000 close and averages',
        'RSI 14, capitulation ≤ 35',
        'MACD of the Russell 2000',
        'RUT/SPX, first session = 1',
      ]),
    );
  });

  it('names every line with its last value at the right edge', () => {
    const texts = textsOf(signalSvg(sampleChart(1, { relative: [1] })));
    expect(texts).toEqual(
      expect.arrayContaining([
        'RUT 1,150.0',
        '20d 1,160',
        '50d 1,155',
        '200d 1,150',
        'RUT 45.0',
        'SPX 52.0',
        'MACD 0.0',
        'Signal 1.0',
        'Hist −1.0',
        'Ratio 1.000',
      ]),
    );
  });

  it('says how far the two RSI are apart, and how far the ratio has come since the last close before the print', () => {
    const relative = weekdays(30).map((_, index) => (index < 25 ? 1 : 0.95));
    const marks = [{ session: weekdays(30)[25] ?? '', label: 'CPI', kind: 'print' } as const];
    const texts = textsOf(signalSvg(sampleChart(30, { relative, marks })));
    expect(texts).toContain('−5.0% since print');
    expect(texts.some((text) => text.startsWith('RUT less SPX '))).toBe(true);
  });

  it('draws each mark through all panels in the colour of its kind, with its label', () => {
    const [print = '', joined = '', confirmed = ''] = weekdays(120)
      .slice(-12)
      .filter((_, index) => index % 4 === 0);
    const plain = signalSvg(sampleChart());
    const svg = signalSvg(
      sampleChart(120, {
        marks: [
          { session: print, label: 'CPI', kind: 'print' },
          { session: joined, label: 'PPI joins', kind: 'print' },
          { session: confirmed, label: 'Confirmed', kind: 'confirmed' },
        ],
      }),
    );
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['CPI', 'PPI joins', 'Confirmed']));
    const strokes = (colour: string) => count(svg, `stroke="${colour}"`) - count(plain, `stroke="${colour}"`);
    expect(strokes(PALETTE.print)).toBe(2 * 5);
    expect(strokes(PALETTE.confirmed)).toBe(5);
  });

  it('leaves out a mark whose session is not shown', () => {
    const svg = signalSvg(
      sampleChart(30, { marks: [{ session: '2013-01-02', label: 'CPI', kind: 'print' }] }),
    );
    expect(textsOf(svg)).not.toContain('CPI');
    expect(svg).not.toContain(PALETTE.print);
  });

  it('writes the watermark across both halves, behind everything that is drawn after it', () => {
    const svg = signalSvg(sampleChart(120, { watermark: 'RECORDED' }));
    const marks = wordsOf(svg).filter(({ text }) => text === 'RECORDED');
    expect(marks.map(({ isTurned }) => isTurned)).toEqual([true, true]);
    expect(svg.lastIndexOf('>RECORDED<')).toBeLessThan(svg.indexOf(`stroke="${PALETTE.rut}"`));
    expect(textsOf(signalSvg(sampleChart()))).not.toContain('RECORDED');
  });

  it('breaks a line where values are missing, instead of bridging the gap or falling to zero', () => {
    const chart = sampleChart();
    const { spx } = chart.rsi;
    const whole = signalSvg(chart);
    const gapped = signalSvg({
      ...chart,
      rsi: {
        ...chart.rsi,
        spx: without(spx, (index) => (index > 20 && index < 30) || (index > 60 && index < 64)),
      },
    });
    expect(piecesOf(gapped, PALETTE.spx)).toBe(piecesOf(whole, PALETTE.spx) + 2);
  });

  it('draws no bar for a session without a histogram', () => {
    const chart = sampleChart(60);
    const bars = (svg: string) =>
      count(svg, `fill="${PALETTE.above}"`) + count(svg, `fill="${PALETTE.below}"`);
    const half = without(chart.macd.histogram, (index) => index % 2 === 0);
    const gapped = signalSvg({ ...chart, macd: { ...chart.macd, histogram: half } });
    expect(bars(signalSvg(chart)) - bars(gapped)).toBe(30);
  });

  it('shows a value that stands alone between gaps as a dot', () => {
    const chart = sampleChart(60);
    const dots = (svg: string) => count(svg, `fill="${PALETTE.rut}"`);
    const alone = signalSvg({ ...chart, rut: without(chart.rut, (index) => index !== 20 && index !== 59) });
    expect(dots(alone)).toBe(dots(signalSvg(chart)) + 1);
  });

  it('says n/a for a line without a last value, and so of a panel that has none at all', () => {
    const chart = sampleChart(60);
    const none = chart.rut.map(() => undefined);
    const svg = signalSvg({ ...chart, relative: none, rsi: { ...chart.rsi, spx: none } });
    expect(textsOf(svg)).toEqual(expect.arrayContaining(['SPX n/a', 'no values yet']));
    expect(groundsOf(svg)).toBe(4);
  });

  it('keeps markup in words from becoming markup, and takes control characters out', () => {
    const words = `<script>alert('1')</script> & "q" \u0000\u0007]]>`;
    const svg = signalSvg(
      sampleChart(30, {
        title: words,
        subtitle: words,
        watermark: words,
        marks: [{ session: weekdays(30)[15] ?? '', label: words, kind: 'print' }],
      }),
    );
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(textsOf(svg)[0]).toContain(`<script>alert('1')</script> & "q"`);
  });

  it('sets nothing smaller than 11 points where a phone shows it 400 wide', () => {
    const svg = signalSvg(sampleChart(120, { watermark: 'RECORDED' }));
    const width = Number(/<svg width="(\d+)"/.exec(svg)?.[1]);
    const smallest = Math.min(...wordsOf(svg).map(({ size }) => size));
    expect((smallest * PHONE_WIDTH) / width).toBeGreaterThanOrEqual(LEAST_POINTS);
  });

  it('gives the same document for the same chart, however many were drawn before', () => {
    const chart = sampleChart();
    const first = signalSvg(chart);
    signalSvg(sampleChart(30));
    expect(signalSvg(structuredClone(chart))).toBe(first);
  });

  it('draws finite coordinates, without words over each other or beyond the edge, whatever the values', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const svg = signalSvg(chart);
        expect(svg).not.toMatch(/NaN|Infinity|undefined/);
        expect(overlaps(svg)).toEqual([]);
        for (const { left, right } of wordsOf(svg)) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(right).toBeLessThanOrEqual(WIDTH);
        }
      }),
      { numRuns: 40 },
    );
  });
});
