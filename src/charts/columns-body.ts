import { max, min } from 'd3-array';
import { scaleBand } from 'd3-scale';
import type { ChartLevel, ColumnsChart } from '#domain/hedge/book-chart.ts';
import { type Block, legend, watermark } from './header.ts';
import { BODY, BODY_LINE, EDGE, PALETTE, TYPE, WIDTH } from './palette.ts';
import { type Layers, levelLine, levelStroke, panelGround, stackLayers } from './panel.ts';
import { overlap } from './place-labels.ts';
import { barShape } from './series-shapes.ts';
import { type Frame, type Point, type Shape, textFrame, type TextShape, textShape } from './shape.ts';
import { ellipsize, printable, type Setting, textWidth } from './text-width.ts';
import { type ValueScale, valueScale } from './value-scale.ts';

const HEIGHT = 216;
/** Part of a column's place that stays free beside its bar. */
const PADDING = 0.42;
/** Room over the highest and under the lowest value, as a part of all. */
const MARGIN = 0.14;
/** Smallest that the names below are set, so that they fit beside each other. */
const LEAST_SIZE = 12;
const BAR_TEXT = { size: TYPE.body, weight: 700 } as const;
const TONES = { quiet: PALETTE.average[2], total: PALETTE.rut, own: PALETTE.above } as const;

/** Upright bars with their values over them and their names below, and named levels across. */
export function columnsBody(chart: ColumnsChart, top: number, printed?: string): Block {
  const plotTop = top + BODY_LINE + 2;
  const first = plot(chart, plotTop);
  const key = legend(
    chart.levels.flatMap(({ label }, index) =>
      first.unnamed.includes(index) ? [{ label, stroke: levelStroke(index) }] : [],
    ),
    top,
  );
  const down = key.bottom - top;
  const { layers, bottom } = down === 0 ? first : plot(chart, plotTop + down);
  const unit = textShape(chart.unit, [EDGE, plotTop + down - BODY_LINE / 2 - 1], { colour: PALETTE.muted });
  const behind = watermark(printed, [plotTop + down + HEIGHT / 2]);
  return { shapes: [...stackLayers(layers, behind), ...key.shapes, unit], bottom };
}

type Plot = {
  readonly layers: readonly Partial<Layers>[];
  readonly bottom: number;
  /** Levels whose names have no room on the plot. */
  readonly unnamed: readonly number[];
};

function plot({ columns, levels }: ColumnsChart, top: number): Plot {
  const frame = { left: EDGE, right: WIDTH - EDGE, top, bottom: top + HEIGHT };
  const scale = columnScale([...columns, ...levels], frame);
  const xOf = scaleBand<number>()
    .domain(columns.map((_, index) => index))
    .range([frame.left, frame.right])
    .paddingInner(PADDING)
    .paddingOuter(PADDING / 2);
  const width = xOf.bandwidth();
  const middles = columns.map((_, index) => (xOf(index) ?? 0) + width / 2);
  const bars = columns.map(({ value, tone }, index) =>
    barShape(middles[index] ?? 0, scale(0), scale(value), { colour: TONES[tone ?? 'own'], width }),
  );
  const values = columns.map(({ value, says }, index) =>
    textShape(
      ellipsize(printable(says), xOf.step(), BAR_TEXT),
      [middles[index] ?? 0, scale(Math.max(0, value)) - 12],
      {
        ...BAR_TEXT,
        anchor: 'middle',
        halo: PALETTE.plot,
      },
    ),
  );
  const taken = [...bars.map(frameOf), ...values.map(textFrame)];
  const names = levelNames(levels, { scale, frame, taken });
  return {
    layers: [
      { ground: [panelGround(frame)] },
      { marks: bars },
      { marks: levels.map(({ value }, index) => levelLine(scale(value), frame, levelStroke(index))) },
      { marks: [levelLine(scale(0), frame, { colour: PALETTE.zero, width: 1.2 })] },
      { labels: [...values, ...names.filter((name) => name !== undefined)] },
      { labels: columnNames(columns, middles, { step: xOf.step(), top: frame.bottom }) },
    ],
    bottom: frame.bottom + 2 * BODY_LINE + 2,
    unnamed: names.flatMap((name, index) => (name === undefined ? [index] : [])),
  };
}

function columnScale(drawn: readonly { readonly value: number }[], frame: Frame): ValueScale {
  const values = [0, ...drawn.map(({ value }) => value)];
  const [low, high] = [min(values) ?? 0, max(values) ?? 1];
  const margin = (high - low || 1) * MARGIN;
  return valueScale({ low: low < 0 ? low - margin : 0, high: high + margin }, frame);
}

function frameOf({ frame }: ReturnType<typeof barShape>): Frame {
  return frame;
}

/** From a level to the middle of its name, which stands over or under it. */
const NAME = { distance: 11, inset: 6, room: 3 };

/** A level's name at the first place beside its line where it covers nothing; `undefined` without one. */
function levelNames(
  levels: readonly ChartLevel[],
  plotted: { readonly scale: ValueScale; readonly frame: Frame; readonly taken: readonly Frame[] },
): readonly (TextShape | undefined)[] {
  const { scale, frame } = plotted;
  const lines = levels.map(({ value }) => {
    const y = scale(value);
    return { left: frame.left, right: frame.right, top: y - 1, bottom: y + 1 };
  });
  const taken = [...plotted.taken, ...lines];
  return levels.map(({ label, value }, index) => {
    const colour = levelStroke(index).colour;
    const y = scale(value);
    const choices = [y - NAME.distance, y + NAME.distance].flatMap((middle) => [
      textShape(label, [frame.left + NAME.inset, middle], { colour }),
      textShape(label, [frame.right - NAME.inset, middle], { colour, anchor: 'end' }),
    ]);
    const name = choices.find((choice) => {
      const box = grown(textFrame(choice));
      return isWithin(box, frame) && !taken.some((other) => overlap(box, other));
    });
    taken.push(...(name ? [textFrame(name)] : []));
    return name;
  });
}

function grown({ left, right, top, bottom }: Frame): Frame {
  return {
    left: left - NAME.room,
    right: right + NAME.room,
    top: top - NAME.room,
    bottom: bottom + NAME.room,
  };
}

function isWithin(inner: Frame, outer: Frame): boolean {
  return (
    inner.left >= outer.left &&
    inner.right <= outer.right &&
    inner.top >= outer.top &&
    inner.bottom <= outer.bottom
  );
}

function columnNames(
  columns: ColumnsChart['columns'],
  middles: readonly number[],
  { step, top }: { readonly step: number; readonly top: number },
): readonly Shape[] {
  const room = step - 6;
  const setting = fitSetting(
    columns.flatMap(({ label, below }) => [label, below]),
    room,
  );
  const name = (text: string, index: number, row: number, colour: string): Shape => {
    const place: Point = [middles[index] ?? 0, top + (row + 0.6) * BODY_LINE];
    return textShape(ellipsize(printable(text), room, setting), place, {
      ...setting,
      colour,
      anchor: 'middle',
    });
  };
  return columns.flatMap(({ label, below }, index) => [
    name(label, index, 0, PALETTE.text),
    name(below, index, 1, PALETTE.muted),
  ]);
}

/** The size at which the widest of the texts fits, if that is not too small to read. */
function fitSetting(texts: readonly string[], width: number): Setting {
  const most = Math.max(...texts.map((text) => textWidth(printable(text), BODY)), 1);
  const size = Math.max(LEAST_SIZE, Math.min(BODY.size, (BODY.size * width) / most));
  return { ...BODY, size };
}
