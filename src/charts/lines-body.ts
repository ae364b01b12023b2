import { max, min } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { LinesChart } from '#domain/hedge/book-chart.ts';
import { type Block, legend, watermark } from './header.ts';
import { BODY_LINE, EDGE, PALETTE, WIDTH } from './palette.ts';
import {
  LABEL_GAP,
  type Layers,
  levelLine,
  levelStroke,
  panelGround,
  placeAxis,
  stackLayers,
  tickTexts,
  valueAxis,
  widest,
} from './panel.ts';
import { type SeriesStyle, seriesShapes } from './series-shapes.ts';
import { type Frame, type Point, type Shape, textShape } from './shape.ts';
import { extentOf, roundTicks, type ValueScale, valueScale } from './value-scale.ts';

const HEIGHT = 240;
const AXIS = 26;
const TICKS = { most: 7, apart: 28, inset: 9 };
const LINE = 2.4;
/** Room to the right of the plot, for the half of its last label. */
const RIGHT = 8;
const NOTHING = { low: 0, high: 1 };

const COLOURS = [PALETTE.rut, PALETTE.spx, PALETTE.text, PALETTE.average[0], PALETTE.average[1]] as const;
const DASHES: readonly (readonly number[])[] = [[], [], [], [6, 4], [2, 3]];

/** Lines over one axis, with a legend above that names them and the levels across. */
export function linesBody(chart: LinesChart, top: number, printed?: string): Block {
  const { series, levels, unit, axis } = chart;
  const strokes = [
    ...series.map((_, index) => lineStyle(index)),
    ...levels.map((_, index) => levelStroke(index)),
  ];
  const names = [...series, ...levels].map(({ label }) => label);
  const key = legend(
    strokes.map((stroke, index) => ({ label: names[index] ?? '', stroke })),
    top,
  );
  const plotTop = key.bottom + BODY_LINE + 2;
  const { layers, frame } = plot(chart, plotTop);
  const bottom = frame.bottom + AXIS + BODY_LINE;
  const muted = { colour: PALETTE.muted };
  return {
    shapes: [
      ...stackLayers(layers, watermark(printed, [plotTop + HEIGHT / 2])),
      ...key.shapes,
      textShape(unit, [EDGE, plotTop - BODY_LINE / 2 - 1], muted),
      textShape(axis, [(frame.left + frame.right) / 2, bottom - BODY_LINE / 2], {
        ...muted,
        anchor: 'middle',
      }),
    ],
    bottom,
  };
}

function plot(
  { series, levels, ticks }: LinesChart,
  top: number,
): { readonly layers: readonly Partial<Layers>[]; readonly frame: Frame } {
  const points = series.flatMap((line) => line.points);
  const heights = { top, bottom: top + HEIGHT };
  const values = [points.map(({ y }) => y), levels.map(({ value }) => value)];
  const scale = valueScale(extentOf(values) ?? NOTHING, heights);
  const marks = roundTicks(scale, TICKS);
  const left = EDGE + widest(tickTexts(marks)) + LABEL_GAP;
  const frame = { left, right: WIDTH - EDGE - RIGHT, ...heights };
  const across = [...points, ...ticks].map(({ x }) => x);
  const xOf = scaleLinear()
    .domain([min(across) ?? 0, max(across) ?? 1])
    .range([frame.left, frame.right]);
  const isZeroInside = marks.includes(0);
  return {
    frame,
    layers: [
      { ground: [panelGround(frame)] },
      placeAxis(
        ticks.map(({ x, label }) => ({ x: xOf(x), label })),
        [frame],
        { left: EDGE, right: WIDTH - EDGE, y: frame.bottom + AXIS / 2 },
      ),
      valueAxis({ scale, ticks: marks }, frame),
      { grid: isZeroInside ? [levelLine(scale(0), frame, { colour: PALETTE.zero, width: 1.2 })] : [] },
      { marks: levels.map(({ value }, index) => levelLine(scale(value), frame, levelStroke(index))) },
      { marks: series.flatMap((line, index) => lineMarks(line, lineStyle(index), { xOf, scale })) },
    ],
  };
}

function lineStyle(index: number): SeriesStyle {
  const dash = DASHES[index % DASHES.length] ?? [];
  return {
    colour: COLOURS[index % COLOURS.length] ?? PALETTE.text,
    width: LINE,
    ...(dash.length > 0 && { dash }),
  };
}

function lineMarks(
  { points, hasDots, isStepped }: LinesChart['series'][number],
  style: SeriesStyle,
  { xOf, scale }: { readonly xOf: ValueScale; readonly scale: ValueScale },
): readonly Shape[] {
  const places = points.map(({ x, y }): Point => [xOf(x), scale(y)]);
  return seriesShapes(places, {
    ...style,
    ...(isStepped && { isStepped }),
    ...(hasDots && { dots: 'all', dotRadius: 4 }),
  });
}
