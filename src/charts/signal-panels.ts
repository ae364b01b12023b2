import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/session.ts';
import { decimalsOf, numberText, percentText } from './number-text.ts';
import { PALETTE } from './palette.ts';
import type { SeriesPanel } from './series-panel.ts';
import { sinceLastPrint } from './since-last-print.ts';
import { type Extent, extentOf, roundTicks, valueScale } from './value-scale.ts';

/** A panel, and how high its plot is in picture units. */
export type SignalPanel = SeriesPanel & { readonly height: number };

const HEIGHTS = { price: 156, rsi: 94, macd: 88, relative: 80 };
const THOUSAND = 1000;
/** Height of a scale's label in the RSI panel, as a share of the panel. */
const LABEL_SHARE = 0.19;
/** Between labels of one scale, and between them and the panel's ends, picture units. */
const TICKS = { apart: 19, inset: 4 };

/** The four panels of a signal chart, from top to bottom. */
export function signalPanels(chart: SignalChart): readonly SignalPanel[] {
  return [pricePanel(chart), rsiPanel(chart), macdPanel(chart), relativePanel(chart)];
}

function pricePanel({ rut, averages }: SignalChart): SignalPanel {
  const extent = extentOf([rut, ...averages.map(({ values }) => values)]);
  const lines = averages.map(({ period, values }, index) => ({
    name: `${period}d`,
    values,
    colour: PALETTE.average[index % PALETTE.average.length] ?? PALETTE.muted,
    width: 1.6,
    decimals: priceDecimals(values),
  }));
  return {
    title: averages.length > 0 ? 'Russell 2000 close and averages' : 'Russell 2000 close',
    height: HEIGHTS.price,
    extent,
    ticks: ticksOf(extent, { most: 6, height: HEIGHTS.price }),
    lines: [...lines, { name: 'RUT', values: rut, colour: PALETTE.rut, width: 2.4, decimals: 1 }],
  };
}

function rsiPanel({ rsi }: SignalChart): SignalPanel {
  const known = extentOf([rsi.rut, rsi.spx]);
  const extent = {
    low: Math.min(18, rsi.threshold - 8, known?.low ?? 18),
    high: Math.max(76, rsi.threshold + 8, known?.high ?? 76),
  };
  const near = LABEL_SHARE * (extent.high - extent.low);
  const [rut, spx] = [rsi.rut.at(-1), rsi.spx.at(-1)];
  const line = { width: 2, decimals: 1 };
  return {
    title: `RSI ${rsi.period}, capitulation ≤ ${numberText(rsi.threshold, decimalsOf([rsi.threshold]))}`,
    ...(rut !== undefined && spx !== undefined && { remark: `RUT less SPX ${numberText(rut - spx, 1)}` }),
    height: HEIGHTS.rsi,
    extent: known && extent,
    ticks: [rsi.threshold, ...[50, 70].filter((level) => level - rsi.threshold > near)],
    lines: [
      { ...line, name: 'SPX', values: rsi.spx, colour: PALETTE.spx },
      { ...line, name: 'RUT', values: rsi.rut, colour: PALETTE.rut },
    ],
    zone: { level: rsi.threshold, side: 'below' },
  };
}

function macdPanel({ macd }: SignalChart): SignalPanel {
  const extent = extentOf([macd.line, macd.signal, macd.histogram], [0]);
  const line = { width: 1.8, decimals: 1 };
  const last = macd.histogram.at(-1) ?? 0;
  return {
    title: 'MACD of the Russell 2000',
    height: HEIGHTS.macd,
    extent,
    ticks: ticksOf(extent, { most: 4, height: HEIGHTS.macd }),
    lines: [
      { ...line, name: 'Signal', values: macd.signal, colour: PALETTE.signal, isDashed: true },
      { ...line, name: 'MACD', values: macd.line, colour: PALETTE.macd },
    ],
    bars: {
      ...line,
      name: 'Hist',
      values: macd.histogram,
      colour: last < 0 ? PALETTE.below : PALETTE.above,
    },
    base: 0,
  };
}

function relativePanel(chart: SignalChart): SignalPanel {
  const extent = extentOf([chart.relative]);
  const change = sinceLastPrint(chart);
  const line = { name: 'Ratio', colour: PALETTE.relative, width: 2, decimals: 3 };
  return {
    title: 'RUT/SPX, first session = 1',
    ...(change && { remark: `${percentText(change.fraction)} since print` }),
    height: HEIGHTS.relative,
    extent,
    ticks: ticksOf(extent, { most: 4, height: HEIGHTS.relative }),
    lines: [{ ...line, values: chart.relative }],
    ...(extent && extent.low < 1 && extent.high > 1 && { base: 1 }),
  };
}

function ticksOf(
  extent: Extent | undefined,
  { most, height }: { readonly most: number; readonly height: number },
): readonly number[] {
  return extent ? roundTicks(valueScale(extent, { top: 0, bottom: height }), { most, ...TICKS }) : [];
}

function priceDecimals(values: Series): number {
  return (values.at(-1) ?? 0) >= THOUSAND ? 0 : 1;
}
