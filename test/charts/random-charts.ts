import fc from 'fast-check';
import type { Chart } from '#charts/chart-drawing.ts';
import type { Series } from '#domain/market/session.ts';
import type { AlertChart } from '#domain/signal/alert-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { weekdays } from './sample-chart.ts';

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

export const signals: fc.Arbitrary<SignalChart> = fc.integer({ min: 1, max: 320 }).chain((length) => {
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

/** At most as many sessions as the picture of an alert has. */
export const alerts: fc.Arbitrary<AlertChart> = fc.integer({ min: 1, max: 60 }).chain((length) => {
  const sessions = weekdays(length);
  const percent = seriesOf(sessions, -60, 60);
  const vix = fc.record({
    kind: fc.constant('vix' as const),
    values: seriesOf(sessions, 5, 90),
    level: fc.integer({ min: 20, max: 40 }),
  });
  const rsi = fc.record({
    kind: fc.constant('rsi' as const),
    period: fc.integer({ min: 5, max: 50 }),
    values: seriesOf(sessions, 0, 100),
    level: fc.integer({ min: 20, max: 50 }),
  });
  return fc.record({
    form: fc.constant('alert' as const),
    sessions: fc.constant(sessions),
    from: fc.constantFrom(...sessions),
    rut: percent,
    spx: percent,
    reading: fc.oneof(rsi, vix),
    prints: fc.subarray([...sessions], { maxLength: Math.min(3, length) }),
    watermark: fc.constant('RECORDED'),
  });
});

const words = fc.string({ unit: 'grapheme', maxLength: 30 });
const number = fc.oneof(fc.double({ min: -1e6, max: 1e6, noNaN: true }), fc.constantFrom(0, 1, -1, 1e6, 0.1));
const levels = fc.array(fc.record({ value: number, label: words }), { maxLength: 3 });

export const columns: fc.Arbitrary<Chart> = fc.record({
  form: fc.constant('columns' as const),
  title: words,
  subtitle: words,
  unit: words,
  columns: fc.array(fc.record({ label: words, below: words, value: number, says: words }), { maxLength: 7 }),
  levels,
});

export const lines: fc.Arbitrary<Chart> = fc.record({
  form: fc.constant('lines' as const),
  title: words,
  subtitle: words,
  unit: words,
  axis: words,
  ticks: fc.array(fc.record({ x: number, label: words }), { maxLength: 9 }),
  series: fc.array(
    fc.record({
      label: words,
      points: fc
        .array(fc.record({ x: number, y: number }), { maxLength: 20 })
        .map((points) => points.toSorted((one, other) => one.x - other.x)),
    }),
    { maxLength: 5 },
  ),
  levels,
});

export const steps: fc.Arbitrary<Chart> = fc
  .tuple(fc.integer({ min: 0, max: 1.6e12 }), fc.integer({ min: 0, max: 6e11 }))
  .chain(([from, length]) => {
    const at = fc.integer({ min: from, max: from + length });
    return fc.record({
      form: fc.constant('steps' as const),
      title: words,
      subtitle: words,
      from: fc.constant(from),
      until: fc.constant(from + length),
      start: number,
      steps: fc
        .array(fc.record({ at, to: number }), { maxLength: 9 })
        .map((each) => each.toSorted((one, other) => one.at - other.at)),
      levels: fc.constant([
        { value: 0.6, label: 'base 0.60' },
        { value: 0.85, label: 'confirmed 0.85' },
      ]),
      marks: fc.array(fc.record({ at, label: fc.constant('2014-09-23'), raised: fc.boolean() }), {
        maxLength: 9,
      }),
    });
  });

export const rows: fc.Arbitrary<Chart> = fc.record({
  form: fc.constant('intervals' as const),
  title: words,
  subtitle: words,
  groups: fc.array(
    fc.record({
      label: words,
      unit: fc.constantFrom('points', '%'),
      rows: fc.array(
        fc.tuple(words, number, number, number).map(([label, mean, low, high]) => ({
          label,
          mean,
          low: Math.min(low, high),
          high: Math.max(low, high),
        })),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 3 },
  ),
});

export const bars: fc.Arbitrary<Chart> = fc.record({
  form: fc.constant('bars' as const),
  title: words,
  subtitle: words,
  bars: fc.array(fc.record({ label: words, count: fc.nat(100_000) }), { maxLength: 9 }),
});
