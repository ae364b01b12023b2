import { decimalsOf, numberText } from './number-text.ts';
import { BODY, PALETTE, STRONG } from './palette.ts';
import { type PlacedFlag, placeFlags } from './place-labels.ts';
import { type Frame, lineShape, rectShape, type Shape, type Stroke, textShape } from './shape.ts';
import { ellipsize, printable, type Setting, textWidth } from './text-width.ts';
import type { ValueScale } from './value-scale.ts';

/** Between a label and what it names. */
export const LABEL_GAP = 6;

/** What a part of a picture draws, by what lies over what: a picture puts all grids below all marks, and so on. */
export type Layers = {
  readonly ground: readonly Shape[];
  readonly grid: readonly Shape[];
  readonly marks: readonly Shape[];
  readonly labels: readonly Shape[];
};

/** The parts' shapes as a picture draws them, with `behind` between their grounds and the rest. */
export function stackLayers(
  parts: readonly Partial<Layers>[],
  behind: readonly Shape[] = [],
): readonly Shape[] {
  const layer = (name: keyof Layers) => parts.flatMap((part) => part[name] ?? []);
  return [...layer('ground'), ...behind, ...layer('grid'), ...layer('marks'), ...layer('labels')];
}

/** The rectangle that a plot is drawn on. */
export function panelGround(frame: Frame): Shape {
  return rectShape(frame, { colour: PALETTE.plot, radius: 2 });
}

/** A line across a plot at a value. */
export function levelLine(y: number, { left, right }: Frame, stroke: Stroke): Shape {
  return lineShape([left, y], [right, y], stroke);
}

const LEVELS: readonly Stroke[] = [
  { colour: PALETTE.print, width: 1.6, dash: [6, 4] },
  { colour: PALETTE.average[0], width: 1.6, dash: [2, 3] },
  { colour: PALETTE.average[1], width: 1.6, dash: [10, 4] },
];

/** How the nth named level of a plot is drawn, told from the others by colour and dashes. */
export function levelStroke(index: number): Stroke {
  return LEVELS[index % LEVELS.length] ?? { colour: PALETTE.print };
}

/** A value axis's labels, lowest first, all with as many decimals as the one that needs most. */
export function tickTexts(ticks: readonly number[]): readonly string[] {
  const decimals = decimalsOf(ticks);
  return ticks.map((tick) => numberText(tick, decimals));
}

/** Width of the widest of these texts. */
export function widest(texts: readonly string[], setting: Setting = BODY): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, setting)));
}

export type ValueAxis = {
  readonly scale: ValueScale;
  readonly ticks: readonly number[];
  /** A tick that stands out, in this colour and without a grid line. */
  readonly accent?: { readonly tick: number; readonly colour: string };
};

/** Labels to the left of a plot, and a line across it for each. */
export function valueAxis({ scale, ticks, accent }: ValueAxis, frame: Frame): Partial<Layers> {
  const texts = tickTexts(ticks);
  const right = frame.left - LABEL_GAP;
  return {
    grid: ticks.flatMap((tick) =>
      tick === accent?.tick ? [] : [levelLine(scale(tick), frame, { colour: PALETTE.grid })],
    ),
    labels: ticks.map((tick, index) => {
      const style =
        tick === accent?.tick ? { ...STRONG, colour: accent.colour } : { ...BODY, colour: PALETTE.muted };
      return textShape(texts[index] ?? '', [right, scale(tick)], { ...style, anchor: 'end' });
    }),
  };
}

export type PlaceTick = {
  /** Picture units. */
  readonly x: number;
  readonly label: string;
};

/** Whether every label has room beside the one before it. */
export function haveRoom(ticks: readonly PlaceTick[]): boolean {
  return ticks.every(({ x, label }, index) => {
    const before = ticks[index - 1];
    const least = (textWidth(label, BODY) + textWidth(before?.label ?? '', BODY)) / 2 + LABEL_GAP;
    return before === undefined || x - before.x > least;
  });
}

/** Where labels may stand below a plot, and the height of their middles. */
type LabelRow = { readonly left: number; readonly right: number; readonly y: number };

/**
 * Labels below plots that share their axis, and a line up through each plot. Labels are moved inwards at the ends of
 * the row; one that would touch the one before it is left out with its lines.
 */
export function placeAxis(
  ticks: readonly PlaceTick[],
  frames: readonly Frame[],
  row: LabelRow,
): Partial<Layers> {
  const grid: Shape[] = [];
  const labels: Shape[] = [];
  let taken = -Infinity;
  for (const { x, label: tickLabel } of ticks) {
    const label = ellipsize(printable(tickLabel), row.right - row.left, BODY);
    const half = textWidth(label, BODY) / 2;
    const middle = Math.max(row.left + half, Math.min(x, row.right - half));
    if (middle - half > taken) {
      taken = middle + half + LABEL_GAP;
      labels.push(textShape(label, [middle, row.y], { colour: PALETTE.muted, anchor: 'middle' }));
      grid.push(
        ...frames.map(({ top, bottom }) => lineShape([x, top], [x, bottom], { colour: PALETTE.grid })),
      );
    }
  }
  return { grid, labels };
}

/** An instant or session that a picture points at, with its name on a flag above the plots. */
export type Mark = {
  /** Picture units. */
  readonly x: number;
  readonly label: string;
  readonly colour: string;
  readonly dash?: readonly number[];
};

export type FlagMark = Mark & PlacedFlag & { readonly width: number };

/** From one lane of flags to the next. */
export const FLAG_LANE = 23;
const FLAG = { height: 20, inset: 6, width: 1.3, opacity: 0.85, radius: 3 };

/** Longest label of a mark, as a share of the plots' width. */
const FLAG_SHARE = 0.62;

/** Marks with places for their flags, cut to a part of the width. */
export function placeMarks(
  marks: readonly Mark[],
  bounds: { readonly left: number; readonly right: number },
): readonly FlagMark[] {
  const most = FLAG_SHARE * (bounds.right - bounds.left);
  const flags = marks.map((mark) => {
    const label = ellipsize(printable(mark.label), most, STRONG);
    return { ...mark, label, width: textWidth(label, STRONG) + 2 * FLAG.inset };
  });
  const places = placeFlags(flags, bounds);
  return flags.map((flag, index) => ({ ...flag, left: flag.x, lane: 0, ...places[index] }));
}

/**
 * Flags in their lanes, and a line down from each through the plots.
 *
 * @param top - upper edge of the lowest lane
 */
export function flagLayers(
  flags: readonly FlagMark[],
  frames: readonly Frame[],
  top: number,
): Partial<Layers> {
  const yOf = (lane: number): number => top - lane * FLAG_LANE;
  return {
    grid: flags.flatMap(({ x, lane, colour, dash }) => {
      const stroke = { colour, width: FLAG.width, opacity: FLAG.opacity, ...(dash && { dash }) };
      const stem = yOf(lane) + FLAG.height;
      return [
        lineShape([x, stem], [x, frames[0]?.top ?? stem], stroke),
        ...frames.map((frame) => lineShape([x, frame.top], [x, frame.bottom], stroke)),
      ];
    }),
    marks: flags.map(({ left, lane, width, colour }) =>
      rectShape(
        { left, right: left + width, top: yOf(lane), bottom: yOf(lane) + FLAG.height },
        { colour, radius: FLAG.radius },
      ),
    ),
    labels: flags.map(({ left, lane, label }) =>
      textShape(label, [left + FLAG.inset, yOf(lane) + FLAG.height / 2], {
        ...STRONG,
        colour: PALETTE.flagText,
      }),
    ),
  };
}
