import { BarChart, type BarSeriesOption, LineChart, type LineSeriesOption } from 'echarts/charts';
import {
  GraphicComponent,
  type GraphicComponentOption,
  GridComponent,
  type GridComponentOption,
} from 'echarts/components';
import { type ComposeOption, init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/series.ts';
import { type Layout, layOut, type PlacedPanel } from './layout.ts';
import { PALETTE, WIDTH } from './palette.ts';
import type { PanelLine } from './panels.ts';
import { LAYER } from './shapes.ts';
import { signalShapes } from './signal-shapes.ts';

use([BarChart, LineChart, GraphicComponent, GridComponent, SVGRenderer]);

type Option = ComposeOption<
  BarSeriesOption | LineSeriesOption | GraphicComponentOption | GridComponentOption
>;

/** How ECharts writes a session without a value: nothing is drawn, and lines do not bridge it. */
const GAP = '-';
const BAR_SHARE = '72%';
const WIDEST_BAR = 12;

/**
 * The signal chart as an SVG document in picture units, with its text as text.
 *
 * The same chart gives the same document, letter by letter.
 */
export function signalSvg(chart: SignalChart): string {
  const layout = layOut(chart);
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: WIDTH, height: layout.height });
  try {
    drawing.setOption(optionOf(chart, layout));
    return withoutStyles(withoutClips(drawing.renderToSVGString()));
  } finally {
    drawing.dispose();
  }
}

/** Panels' scales hold all of their values, so clipping does nothing but take half of the rasterizer's time. */
function withoutClips(svg: string): string {
  return svg.replaceAll(/ clip-path="url\(#[\w-]+\)"/g, '').replaceAll(/<clipPath\b.*?<\/clipPath>/gs, '');
}

/** Styles for a pointer, which a picture never meets, have names that count what the process has drawn before. */
function withoutStyles(svg: string): string {
  return svg.replaceAll(/<style\b.*?<\/style>/gs, '').replaceAll(/ class="zr[\w-]*"/g, '');
}

function optionOf(chart: SignalChart, layout: Layout): Option {
  const { panels, left, right } = layout;
  return {
    animation: false,
    backgroundColor: PALETTE.background,
    textStyle: { fontFamily: 'Inter' },
    grid: panels.map(({ top, height }) => ({ left, top, width: right - left, height })),
    xAxis: panels.map((_, gridIndex) => ({
      type: 'category',
      gridIndex,
      data: [...chart.sessions],
      show: false,
    })),
    yAxis: panels.map(({ extent }, gridIndex) => ({
      type: 'value',
      gridIndex,
      show: false,
      min: extent?.low ?? 0,
      max: extent?.high ?? 1,
    })),
    series: panels.flatMap(panelSeries),
    graphic: { elements: [...signalShapes(chart, layout)] },
  };
}

function panelSeries({ lines, bars }: PlacedPanel, index: number): (BarSeriesOption | LineSeriesOption)[] {
  const axes = { xAxisIndex: index, yAxisIndex: index, silent: true };
  return [
    ...(bars ? [{ ...axes, ...barSeries(bars) }] : []),
    ...lines.map((line) => ({ ...axes, ...lineSeries(line) })),
  ];
}

function barSeries({ values }: PanelLine): BarSeriesOption {
  return {
    type: 'bar',
    z: LAYER.series,
    barWidth: BAR_SHARE,
    barMaxWidth: WIDEST_BAR,
    data: values.map((value) => ({
      value: value ?? GAP,
      itemStyle: { color: (value ?? 0) < 0 ? PALETTE.below : PALETTE.above },
    })),
  };
}

function lineSeries({ values, colour, weight, dashed }: PanelLine): LineSeriesOption {
  return {
    type: 'line',
    z: LAYER.series,
    symbol: 'circle',
    symbolSize: weight + 2.4,
    showSymbol: true,
    showAllSymbol: true,
    connectNulls: false,
    itemStyle: { color: colour, opacity: 1 },
    lineStyle: { color: colour, width: weight, join: 'round', ...(dashed && { type: [5, 3] }) },
    data: values.map((value, index) => ({
      value: value ?? GAP,
      symbol: isLone(values, index) || index === values.length - 1 ? 'circle' : 'none',
    })),
  };
}

/** A value between two gaps, which a line alone would not show. */
function isLone(values: Series, index: number): boolean {
  return values[index - 1] === undefined && values[index + 1] === undefined;
}
