import type { Series } from '#domain/market/session.ts';
import { numberText } from './number-text.ts';
import { BODY_LINE, EDGE, PALETTE, STRONG, TYPE } from './palette.ts';
import { type Layers, levelLine, valueAxis } from './panel.ts';
import { spreadLabels } from './place-labels.ts';
import { barShape, seriesShapes } from './series-shapes.ts';
import { type Frame, lineShape, type Point, rectShape, type Shape, textShape } from './shape.ts';
import { type Extent, type ValueScale, valueScale } from './value-scale.ts';

export type PanelLine = {
  /** What the right edge calls it. */
  readonly name: string;
  readonly values: Series;
  readonly colour: string;
  readonly width: number;
  readonly isDashed?: true;
  /** Decimals of the value at the right edge. */
  readonly decimals: number;
  /** Behind that value, such as `%`; absent for a bare number. */
  readonly unit?: string;
};

/** One of the stacked plots: what it draws and on which scale, without a place yet. */
export type SeriesPanel = {
  readonly title: string;
  /** A reading in words at the end of the title's line. */
  readonly remark?: string;
  /** `undefined` when none of its series has a value. */
  readonly extent: Extent | undefined;
  readonly ticks: readonly number[];
  /** Lowest layer first. */
  readonly lines: readonly PanelLine[];
  /** Bars from zero. */
  readonly bars?: PanelLine;
  /** A level that the eye should find: zero, one. */
  readonly base?: number;
  /** A level, and the side of it that is shaded. */
  readonly zone?: { readonly level: number; readonly side: 'below' | 'above' };
};

/** A panel with the frame of its plot. */
export type PlacedPanel = SeriesPanel & { readonly frame: Frame };

/** Where sessions stand, in picture units: the middle of a session's column, and how wide it is. */
export type Columns = { readonly xOf: (index: number) => number; readonly column: number };

/** From a plot to the words at the right edge, and from its title's upper edge to it, picture units. */
export const LEAD = 12;
export const TITLE = 24;

const NOTHING_YET = 'no values yet';
const BAR = { share: 0.72, widest: 12 };

/** Everything of one panel but the axis that it shares with the others. `width`: of the picture, picture units. */
export function seriesPanel(panel: PlacedPanel, columns: Columns, width: number): readonly Partial<Layers>[] {
  return [panelScale(panel), panelMarks(panel, columns), panelTitle(panel, width), endLabels(panel)];
}

/** Panels without a value have no scale, and nothing is drawn on it then. */
function scaleOf({ extent, frame }: PlacedPanel): ValueScale {
  return valueScale(extent ?? { low: 0, high: 1 }, frame);
}

function panelTitle({ title, remark, frame }: PlacedPanel, width: number): Partial<Layers> {
  const y = frame.top - TITLE / 2 + 1;
  const muted = { colour: PALETTE.muted, anchor: 'end' } as const;
  return {
    labels: [
      textShape(title, [EDGE, y], { ...STRONG, halo: PALETTE.background }),
      ...(remark === undefined ? [] : [textShape(remark, [width - EDGE, y], muted)]),
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
  const accent = zone && { accent: { tick: zone.level, colour: PALETTE.zone } };
  const { grid = [], labels = [] } = valueAxis({ scale, ticks, ...accent }, frame);
  const shaded = zone ? zoneShapes(scale(zone.level), zone.side, frame) : [];
  const line =
    base === undefined ? [] : [levelLine(scale(base), frame, { colour: PALETTE.zero, width: 1.2 })];
  return { grid: [...grid, ...line, ...shaded], labels };
}

function zoneShapes(
  y: number,
  side: NonNullable<SeriesPanel['zone']>['side'],
  frame: Frame,
): readonly Shape[] {
  const shaded = side === 'below' ? { ...frame, top: y } : { ...frame, bottom: y };
  return [
    rectShape(shaded, { colour: PALETTE.zone, opacity: 0.16 }),
    levelLine(y, frame, { colour: PALETTE.zone, width: 1.4, dash: [6, 4] }),
  ];
}

function panelMarks(panel: PlacedPanel, { xOf, column }: Columns): Partial<Layers> {
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
        lineShape([frame.right, from], [frame.right + LEAD - 3, to], {
          colour,
          width: 1.2,
          opacity: 0.7,
        }),
      ),
    labels: placed.map(({ text, to, colour }) =>
      textShape(text, [frame.right + LEAD, to], { ...STRONG, colour }),
    ),
  };
}

/** A panel's labels at the right edge, a name and its last value each; `n/a` without one. */
export function endTexts(panel: SeriesPanel): readonly string[] {
  return endLines(panel).map(({ name, values, decimals, unit = '' }) => {
    const last = values.at(-1);
    return `${name} ${last === undefined ? 'n/a' : `${numberText(last, decimals)}${unit}`}`;
  });
}

/** What the right edge names: the lines, and the bars. */
function endLines({ lines, bars }: SeriesPanel): readonly PanelLine[] {
  return bars ? [...lines, bars] : lines;
}
