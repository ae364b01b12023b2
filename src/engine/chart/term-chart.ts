import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { TermCurve, TermPoint } from '#domain/market/term-curve.ts';
import { newYorkDay } from '#calendar/new-york.ts';

/** Days that are named along the axis. */
const TICKS = [0, 30, 60, 90, 120, 150, 180, 210, 240, 270];

/** The term structure of volatility: indices by what they look ahead, futures by their settlement. */
export function termChart({ futures, indices }: TermCurve, watermark?: string): BookChart {
  const points = [...futures, ...indices];
  const last = Math.max(MONTHS_SHOWN, ...points.map(({ days }) => days));
  const sources = [...new Set(points.map(({ source, quality }) => `${source}, ${quality}`))];
  const latest = Math.max(0, ...points.map(({ asOf }) => asOf));
  return {
    form: 'lines',
    title: 'Term structure of volatility',
    subtitle: [...sources, ...(latest > 0 ? [`as of ${newYorkDay(latest)}`] : [])].join(' · '),
    unit: 'VIX points',
    axis: 'days ahead',
    ticks: TICKS.filter((days) => days <= last).map((x) => ({ x, label: `${x}` })),
    series: [line('VIX futures', futures), line('VIX9D, VIX, VIX3M', indices)].filter(
      (series) => series.points.length > 0,
    ),
    levels: [],
    ...(watermark !== undefined && { watermark }),
  };
}

/** The axis reaches at least as far as VIX3M. */
const MONTHS_SHOWN = 93;

function line(label: string, points: readonly TermPoint[]) {
  return { label, hasDots: true as const, points: points.map(({ days, value }) => ({ x: days, y: value })) };
}
