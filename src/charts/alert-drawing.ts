import type { AlertChart, AlertReading } from '#domain/signal/alert-chart.ts';
import type { Series, Session } from '#domain/market/session.ts';
import { watermark } from './header.ts';
import { decimalsOf, numberText } from './number-text.ts';
import { BODY_LINE, EDGE, PALETTE, STRONG, TYPE } from './palette.ts';
import {
  LABEL_GAP,
  type Layers,
  levelLine,
  panelGround,
  placeAxis,
  stackLayers,
  tickTexts,
  valueAxis,
  widest,
} from './panel.ts';
import { spreadLabels } from './place-labels.ts';
import { MONTHS, sessionTicks } from './session-ticks.ts';
import { seriesShapes } from './series-shapes.ts';
import { type Frame, lineShape, type Point, rectShape, type Shape, textShape } from './shape.ts';
import type { Drawing } from './svg-document.ts';
import { type Extent, extentOf, roundTicks, type ValueScale, valueScale } from './value-scale.ts';

/** 1,200 by 675 pixels. Its words are 16 units or 43 pixels high: 10 points where a phone shows it 285 wide. */
const SIZE = { width: 440, height: 247.5, pixels: 1_200 };

/** Edges of the two plots, and the middle of the time axis's words, picture units from the top. */
const PLOTS = { indices: { top: 32, bottom: 122 }, reading: { top: 150, bottom: 216 }, axis: 231 };
const TICKS = { most: 4, apart: 19, inset: 4 };
const LEAD = 8;
const AXIS_LABEL = 66;
const NOTHING_YET = 'no values yet';

type Line = {
  readonly name: string;
  readonly values: Series;
  readonly colour: string;
  readonly decimals: number;
  /** Behind its last value. */
  readonly unit: string;
};

type Plot = {
  readonly title: string;
  readonly lines: readonly Line[];
  readonly extent: Extent | undefined;
  readonly ticks: readonly number[];
  readonly frame: Frame;
  /** A level that the eye should find. */
  readonly base?: number;
  /** A level and the side of it that is shaded. */
  readonly zone?: { readonly level: number; readonly side: 'below' | 'above' };
};

/** The picture of an alert: both indices since the print above the reading that decides. */
export function alertDrawing(chart: AlertChart): Drawing {
  const plots = plotsOf(chart);
  const frames = plots.map(({ frame }) => frame);
  const [{ left, right }] = [frames[0] ?? { left: EDGE, right: SIZE.width - EDGE }];
  const column = (right - left) / chart.sessions.length;
  const xOf = (index: number): number => left + (index + 0.5) * column;
  const behind = watermark(chart.watermark, [SIZE.height / 2], { width: SIZE.width, size: 54 });
  const shapes = stackLayers(
    [
      { ground: frames.map(panelGround) },
      sessionAxis(chart, frames, xOf),
      printLines(chart, frames, xOf),
      ...plots.flatMap((plot) => [panelScale(plot), panelLines(plot, xOf), endLabels(plot), titleOf(plot)]),
    ],
    behind,
  );
  return { ...SIZE, shapes };
}

function plotsOf(chart: AlertChart): readonly Plot[] {
  const indices = indicesOf(chart);
  const reading = readingOf(chart.reading);
  const heights = [PLOTS.indices, PLOTS.reading];
  const plots = [indices, reading].map((plot, place) => ({
    ...plot,
    ticks: ticksOf(plot, heights[place] ?? PLOTS.indices),
  }));
  const left = EDGE + Math.max(...plots.map(({ ticks }) => widest(tickTexts(ticks), STRONG))) + LABEL_GAP;
  const right = SIZE.width - EDGE - widest(plots.flatMap(endTexts), STRONG) - LEAD;
  return plots.map((plot, place) => ({
    ...plot,
    frame: { left, right, ...(heights[place] ?? PLOTS.indices) },
  }));
}

type Unplaced = Omit<Plot, 'frame' | 'ticks'>;

function indicesOf({ rut, spx, from }: AlertChart): Unplaced {
  const line = { decimals: 1, unit: '%' };
  return {
    title: `Small and large caps from ${dayText(from)}, %`,
    extent: extentOf([rut, spx], [0]),
    base: 0,
    lines: [
      { ...line, name: 'SPX', values: spx, colour: PALETTE.spx },
      { ...line, name: 'RUT', values: rut, colour: PALETTE.rut },
    ],
  };
}

function readingOf(reading: AlertReading): Unplaced {
  const { kind, values, level } = reading;
  const text = numberText(level, decimalsOf([level]));
  const isRsi = kind === 'rsi';
  return {
    title: isRsi ? `RSI ${reading.period} of small caps, low at ${text} or less` : `VIX, late above ${text}`,
    extent: extentOf([values], [level]),
    zone: { level, side: isRsi ? 'below' : 'above' },
    lines: [{ name: isRsi ? 'RSI' : 'VIX', values, colour: PALETTE.rut, decimals: 1, unit: '' }],
  };
}

/** The level, and round values that leave room beside it. */
function ticksOf({ extent, zone }: Unplaced, heights: Pick<Frame, 'top' | 'bottom'>): readonly number[] {
  if (!extent) {
    return [];
  }
  const scale = valueScale(extent, heights);
  const round = roundTicks(scale, TICKS);
  return zone
    ? [zone.level, ...round.filter((tick) => Math.abs(scale(tick) - scale(zone.level)) >= TICKS.apart)]
    : round;
}

/** `2014-09-16` as `16 Sep`. */
function dayText(session: Session): string {
  const [, month, day] = session.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 0) - 1] ?? ''}`;
}

function titleOf({ title, frame }: Plot): Partial<Layers> {
  const y = frame.top - BODY_LINE / 2;
  return { labels: [textShape(title, [EDGE, y], { ...STRONG, halo: PALETTE.background })] };
}

function sessionAxis(
  { sessions }: AlertChart,
  frames: readonly Frame[],
  xOf: (index: number) => number,
): Partial<Layers> {
  const [{ left, right }] = [frames[0] ?? { left: 0, right: SIZE.width }];
  const ticks = sessionTicks(sessions, Math.floor((right - left) / AXIS_LABEL));
  return placeAxis(
    ticks.map(({ index, label }) => ({ x: xOf(index), label })),
    frames,
    { left: EDGE, right: SIZE.width - EDGE, y: PLOTS.axis },
  );
}

function printLines(
  { prints, sessions }: AlertChart,
  frames: readonly Frame[],
  xOf: (index: number) => number,
): Partial<Layers> {
  const stroke = { colour: PALETTE.print, width: 1.4, dash: [4, 3] };
  return {
    grid: prints.flatMap((session) => {
      const x = xOf(sessions.indexOf(session));
      return frames.map(({ top, bottom }) => lineShape([x, top], [x, bottom], stroke));
    }),
  };
}

function scaleOf({ extent, frame }: Plot): ValueScale {
  return valueScale(extent ?? { low: 0, high: 1 }, frame);
}

function panelScale(plot: Plot): Partial<Layers> {
  const { extent, frame, ticks, zone, base } = plot;
  if (!extent) {
    const middle: Point = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
    return { labels: [textShape(NOTHING_YET, middle, { colour: PALETTE.muted, anchor: 'middle' })] };
  }
  const scale = scaleOf(plot);
  const accent = zone && { accent: { tick: zone.level, colour: PALETTE.zone } };
  const { grid = [], labels = [] } = valueAxis({ scale, ticks, ...accent }, frame);
  const zero = base === undefined ? [] : [levelLine(scale(base), frame, { colour: PALETTE.zero })];
  return { grid: [...grid, ...zero, ...(zone ? zoneShapes(zone, scale, frame) : [])], labels };
}

function zoneShapes(
  { level, side }: NonNullable<Plot['zone']>,
  scale: ValueScale,
  frame: Frame,
): readonly Shape[] {
  const y = scale(level);
  const shaded = side === 'below' ? { ...frame, top: y } : { ...frame, bottom: y };
  return [
    rectShape(shaded, { colour: PALETTE.zone, opacity: 0.16 }),
    levelLine(y, frame, { colour: PALETTE.zone, width: 1.4, dash: [6, 4] }),
  ];
}

function panelLines(plot: Plot, xOf: (index: number) => number): Partial<Layers> {
  const scale = scaleOf(plot);
  return {
    marks: plot.lines.flatMap(({ values, colour }) =>
      seriesShapes(
        values.map((value, index): Point | undefined =>
          value === undefined ? undefined : [xOf(index), scale(value)],
        ),
        { colour, width: 2.4, dots: 'last' },
      ),
    ),
  };
}

function endTexts({ lines }: Unplaced): readonly string[] {
  return lines.map(({ name, values, decimals, unit }) => {
    const last = values.at(-1);
    return last === undefined ? `${name} n/a` : `${name} ${numberText(last, decimals)}${unit}`;
  });
}

/** Names and last values at the right edge, moved apart. */
function endLabels(plot: Plot): Partial<Layers> {
  const { extent, frame, lines } = plot;
  if (!extent) {
    return {};
  }
  const scale = scaleOf(plot);
  const ends = lines.map(({ values }) => scale(values.findLast((value) => value !== undefined) ?? 0));
  const half = TYPE.body / 2;
  const places = spreadLabels(ends, BODY_LINE, { top: frame.top + half, bottom: frame.bottom - half });
  const texts = endTexts(plot);
  return {
    labels: lines.map(({ colour }, index) =>
      textShape(texts[index] ?? '', [frame.right + LEAD, places[index] ?? 0], { ...STRONG, colour }),
    ),
  };
}
