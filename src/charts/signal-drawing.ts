import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { Series } from '#domain/market/session.ts';
import { watermark } from './header.ts';
import { BODY_LINE, EDGE, PALETTE, STRONG, TYPE, WIDTH } from './palette.ts';
import {
  flagLayers,
  type Layers,
  levelLine,
  panelGround,
  placeAxis,
  stackLayers,
  valueAxis,
} from './panel.ts';
import { spreadLabels } from './place-labels.ts';
import { barShape, seriesShapes } from './series-shapes.ts';
import { sessionTicks } from './session-ticks.ts';
import { lineShape, type Point, rectShape, type Shape, textShape } from './shape.ts';
import {
  endLines,
  endTexts,
  type PlacedPanel,
  type SignalLayout,
  signalLayout,
  SPACE,
} from './signal-layout.ts';
import type { Drawing } from './svg-document.ts';
import { type ValueScale, valueScale } from './value-scale.ts';

const NOTHING_YET = 'no values yet';
/** Least width that a label of the time axis gets. */
const AXIS_LABEL = 62;
/** Across the upper and the lower half, so that no part of the picture goes without it. */
const WATERMARK = { shares: [0.36, 0.76], size: 76 };
const BAR = { share: 0.72, widest: 12 };

/** The signal chart: price, RSI, MACD and ratio below each other over one axis of sessions, with its marks. */
export function signalDrawing(chart: SignalChart): Drawing {
  const layout = signalLayout(chart);
  const { height, panels, flags, lowestLane } = layout;
  const frames = panels.map(({ frame }) => frame);
  const behind = watermark(
    chart.watermark,
    WATERMARK.shares.map((share) => share * height),
    WATERMARK,
  );
  const shapes = stackLayers(
    [
      { ground: frames.map(panelGround) },
      sessionAxis(chart, layout),
      ...panels.map(panelScale),
      flagLayers(flags, frames, lowestLane),
      ...panels.map((panel) => panelMarks(panel, layout)),
      ...panels.map(panelTitle),
      ...panels.map(endLabels),
      { labels: layout.header.shapes },
    ],
    behind,
  );
  return { width: WIDTH, height, shapes };
}

/** Panels without a value have no scale, and nothing is drawn on it then. */
function scaleOf({ extent, frame }: PlacedPanel): ValueScale {
  return valueScale(extent ?? { low: 0, high: 1 }, frame);
}

function sessionAxis({ sessions }: SignalChart, { panels, xOf }: SignalLayout): Partial<Layers> {
  const frames = panels.map(({ frame }) => frame);
  const left = Math.max(...frames.map((frame) => frame.left));
  const right = Math.max(...frames.map((frame) => frame.right));
  const bottom = Math.max(...frames.map((frame) => frame.bottom));
  const ticks = sessionTicks(sessions, Math.floor((right - left) / AXIS_LABEL));
  return placeAxis(
    ticks.map(({ index, label }) => ({ x: xOf(index), label })),
    frames,
    { left, right: WIDTH - EDGE, y: bottom + SPACE.axis / 2 },
  );
}

function panelTitle({ title, remark, frame }: PlacedPanel): Partial<Layers> {
  const y = frame.top - SPACE.panelTitle / 2 + 1;
  const muted = { colour: PALETTE.muted, anchor: 'end' } as const;
  return {
    labels: [
      textShape(title, [EDGE, y], { ...STRONG, halo: PALETTE.background }),
      ...(remark === undefined ? [] : [textShape(remark, [WIDTH - EDGE, y], muted)]),
    ],
  };
}

function panelScale(panel: PlacedPanel): Partial<Layers> {
  const { extent, frame, ticks, base, zone } = panel;
  if (!extent) {
    const middle: Point = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2];
    return { labels: [textShape(NOTHING_YET, middle, { colour: PALETTE.muted, anchor: 'middle' })] };
  }
  const scale = scaleOf(panel);
  const accent = zone === undefined ? {} : { accent: { tick: zone, colour: PALETTE.zone } };
  const { grid = [], labels = [] } = valueAxis({ scale, ticks, ...accent }, frame);
  const shaded = zone === undefined ? [] : zoneShapes(scale(zone), panel);
  const line =
    base === undefined ? [] : [levelLine(scale(base), frame, { colour: PALETTE.zero, width: 1.2 })];
  return { grid: [...grid, ...line, ...shaded], labels };
}

function zoneShapes(y: number, { frame }: PlacedPanel): readonly Shape[] {
  return [
    rectShape({ ...frame, top: y }, { colour: PALETTE.zone, opacity: 0.16 }),
    levelLine(y, frame, { colour: PALETTE.zone, width: 1.4, dash: [6, 4] }),
  ];
}

function panelMarks(panel: PlacedPanel, { xOf, column }: SignalLayout): Partial<Layers> {
  const scale = scaleOf(panel);
  const width = Math.min(BAR.widest, BAR.share * column);
  const bars = (panel.bars?.values ?? []).flatMap((value, index) => {
    const colour = (value ?? 0) < 0 ? PALETTE.below : PALETTE.above;
    return value === undefined ? [] : [barShape(xOf(index), scale(0), scale(value), { colour, width })];
  });
  const lines = panel.lines.flatMap(({ values, colour, width: stroke, isDashed }) =>
    seriesShapes(pointsOf(values, scale, xOf), {
      colour,
      width: stroke,
      dots: 'last',
      ...(isDashed && { dash: [5, 3] }),
    }),
  );
  return { marks: [...bars, ...lines] };
}

function pointsOf(
  values: Series,
  scale: ValueScale,
  xOf: (index: number) => number,
): readonly (Point | undefined)[] {
  return values.map((value, index) => (value === undefined ? undefined : [xOf(index), scale(value)]));
}

/** Names and last values at the right edge, moved apart, each led to where its line ends. */
function endLabels(panel: PlacedPanel): Partial<Layers> {
  const { extent, frame } = panel;
  if (!extent) {
    return {};
  }
  const scale = scaleOf(panel);
  const texts = endTexts(panel);
  const lines = endLines(panel);
  const ends = lines.map(({ values }) => scale(values.findLast((value) => value !== undefined) ?? 0));
  const half = TYPE.body / 2;
  const places = spreadLabels(ends, BODY_LINE - 1, { top: frame.top + half, bottom: frame.bottom - half });
  const placed = lines.map(({ colour, values }, index) => ({
    colour: values.at(-1) === undefined ? PALETTE.muted : colour,
    isKnown: values.at(-1) !== undefined,
    text: texts[index] ?? '',
    from: ends[index] ?? 0,
    to: places[index] ?? 0,
  }));
  return {
    marks: placed
      .filter(({ isKnown }) => isKnown)
      .map(({ colour, from, to }) =>
        lineShape([frame.right, from], [frame.right + SPACE.lead - 3, to], {
          colour,
          width: 1.2,
          opacity: 0.7,
        }),
      ),
    labels: placed.map(({ text, to, colour }) =>
      textShape(text, [frame.right + SPACE.lead, to], { ...STRONG, colour }),
    ),
  };
}
