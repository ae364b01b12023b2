import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/series.ts';
import { sinceLastPrint } from './last-values.ts';
import { decimalsOf, numberText, percentText } from './number-text.ts';
import { PALETTE } from './palette.ts';
import { type Extent, extentOf, roundTicks } from './scale.ts';

export type PanelLine = {
  /** What the right edge calls it. */
  readonly name: string;
  readonly values: Series;
  readonly colour: string;
  readonly weight: number;
  readonly dashed: boolean;
  /** Decimals of the value at the right edge. */
  readonly decimals: number;
};

/** One of the stacked plots: what it draws and on which scale, without a place yet. */
export type Panel = {
  readonly title: string;
  /** A reading in words at the end of the title's line. */
  readonly remark?: string;
  readonly height: number;
  /** `undefined` when none of its series has a value. */
  readonly extent: Extent | undefined;
  readonly ticks: readonly number[];
  /** Lowest layer first. */
  readonly lines: readonly PanelLine[];
  /** Bars from zero. */
  readonly bars?: PanelLine;
  /** A level that the eye should find: zero, one. */
  readonly base?: number;
  /** Shaded from the lower edge up to this level. */
  readonly zone?: number;
};

const HEIGHTS = { price: 152, rsi: 92, macd: 84, relative: 76 };
const THOUSAND = 1000;
/** Height of a scale's label in the RSI panel, as a share of the panel. */
const LABEL_SHARE = 0.19;

/** The four panels of a signal chart, from top to bottom. */
export function signalPanels(chart: SignalChart): readonly Panel[] {
  return [pricePanel(chart), rsiPanel(chart), macdPanel(chart), relativePanel(chart)];
}

function pricePanel({ rut, averages }: SignalChart): Panel {
  const extent = extentOf([rut, ...averages.map(({ values }) => values)]);
  const lines = averages.map(({ period, values }, index) => ({
    name: `${period}d`,
    values,
    colour: PALETTE.average[index % PALETTE.average.length] ?? PALETTE.muted,
    weight: 1.5,
    dashed: false,
    decimals: priceDecimals(values),
  }));
  const close = { colour: PALETTE.rut, weight: 2.4, dashed: false, decimals: 1 };
  return {
    title: averages.length > 0 ? 'Russell 2000 close and averages' : 'Russell 2000 close',
    height: HEIGHTS.price,
    extent,
    ticks: ticksOf(extent, 4),
    lines: [...lines, { ...close, name: 'RUT', values: rut }],
  };
}

function rsiPanel({ rsi }: SignalChart): Panel {
  const found = extentOf([rsi.rut, rsi.spx]);
  const extent = {
    low: Math.min(18, rsi.threshold - 8, found?.low ?? 18),
    high: Math.max(76, rsi.threshold + 8, found?.high ?? 76),
  };
  const near = LABEL_SHARE * (extent.high - extent.low);
  const [rut, spx] = [rsi.rut.at(-1), rsi.spx.at(-1)];
  const line = { weight: 2, dashed: false, decimals: 1 };
  return {
    title: `RSI ${rsi.period}, capitulation ≤ ${numberText(rsi.threshold, decimalsOf([rsi.threshold]))}`,
    ...(rut !== undefined && spx !== undefined && { remark: `RUT less SPX ${numberText(rut - spx, 1)}` }),
    height: HEIGHTS.rsi,
    extent: found && extent,
    ticks: [rsi.threshold, ...[50, 70].filter((level) => level - rsi.threshold > near)],
    lines: [
      { ...line, name: 'SPX', values: rsi.spx, colour: PALETTE.spx },
      { ...line, name: 'RUT', values: rsi.rut, colour: PALETTE.rut },
    ],
    zone: rsi.threshold,
  };
}

function macdPanel({ macd }: SignalChart): Panel {
  const extent = extentOf([macd.line, macd.signal, macd.histogram], [0]);
  const line = { weight: 1.7, decimals: 1 };
  const hist = macd.histogram.at(-1) ?? 0;
  return {
    title: 'MACD of the Russell 2000',
    height: HEIGHTS.macd,
    extent,
    ticks: ticksOf(extent, 3),
    lines: [
      { ...line, name: 'Signal', values: macd.signal, colour: PALETTE.signal, dashed: true },
      { ...line, name: 'MACD', values: macd.line, colour: PALETTE.macd, dashed: false },
    ],
    bars: {
      ...line,
      name: 'Hist',
      values: macd.histogram,
      colour: hist < 0 ? PALETTE.below : PALETTE.above,
      dashed: false,
    },
    base: 0,
  };
}

function relativePanel(chart: SignalChart): Panel {
  const extent = extentOf([chart.relative]);
  const change = sinceLastPrint(chart);
  return {
    title: 'RUT/SPX, first session = 1',
    ...(change && { remark: `${percentText(change.fraction)} since print` }),
    height: HEIGHTS.relative,
    extent,
    ticks: ticksOf(extent, 3),
    lines: [
      {
        name: 'Ratio',
        values: chart.relative,
        colour: PALETTE.relative,
        weight: 2,
        dashed: false,
        decimals: 3,
      },
    ],
    ...(extent && extent.low < 1 && extent.high > 1 && { base: 1 }),
  };
}

function ticksOf(extent: Extent | undefined, count: number): readonly number[] {
  return extent ? roundTicks(extent, count) : [];
}

function priceDecimals(values: Series): number {
  return (values.at(-1) ?? 0) >= THOUSAND ? 0 : 1;
}
