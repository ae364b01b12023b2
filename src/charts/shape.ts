import { BODY, PALETTE } from './palette.ts';
import { printable, type Setting, textWidth } from './text-width.ts';

export type Point = readonly [x: number, y: number];

/** A rectangle in picture units from the upper left. */
export type Frame = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

export type TextStyle = Partial<Setting> & {
  readonly colour?: string;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Degrees, against the clock. */
  readonly rotation?: number;
  readonly opacity?: number;
  /** Colour of a rim that keeps what lies below from running into the letters. */
  readonly halo?: string;
};

export type Stroke = {
  readonly colour: string;
  readonly width?: number;
  /** Lengths of dashes and gaps; a whole line without. */
  readonly dash?: readonly number[];
  readonly opacity?: number;
};

export type Fill = {
  readonly colour: string;
  readonly opacity?: number;
  /** Radius of the corners. */
  readonly radius?: number;
};

export type TextShape = Required<Omit<TextStyle, 'halo'>> & {
  readonly kind: 'text';
  readonly text: string;
  readonly x: number;
  /** Of the middle of the capitals. */
  readonly y: number;
  readonly halo: string | undefined;
};
export type LineShape = {
  readonly kind: 'line';
  readonly from: Point;
  readonly to: Point;
  readonly stroke: Stroke;
};
/** `path` is SVG's path data. */
export type PathShape = { readonly kind: 'path'; readonly path: string; readonly stroke: Stroke };
export type RectShape = { readonly kind: 'rect'; readonly frame: Frame; readonly fill: Fill };
export type CircleShape = {
  readonly kind: 'circle';
  readonly centre: Point;
  readonly radius: number;
  readonly fill: Fill;
  readonly stroke: Stroke | undefined;
};

/** What pictures are made of. Of two that overlap the later lies above. */
export type Shape = TextShape | LineShape | PathShape | RectShape | CircleShape;

/** One line of text, the middle of its capitals at `y`. Characters that the font lacks become `?`. */
export function textShape(text: string, [x, y]: Point, style: TextStyle = {}): TextShape {
  return {
    kind: 'text',
    text: printable(text),
    x,
    y,
    size: style.size ?? BODY.size,
    weight: style.weight ?? BODY.weight,
    colour: style.colour ?? PALETTE.text,
    anchor: style.anchor ?? 'start',
    rotation: style.rotation ?? 0,
    opacity: style.opacity ?? 1,
    halo: style.halo,
  };
}

export function lineShape(from: Point, to: Point, stroke: Stroke): LineShape {
  return { kind: 'line', from, to, stroke };
}

export function pathShape(path: string, stroke: Stroke): PathShape {
  return { kind: 'path', path, stroke };
}

export function rectShape(frame: Frame, fill: Fill): RectShape {
  return { kind: 'rect', frame, fill };
}

export function circleShape(centre: Point, radius: number, fill: Fill, stroke?: Stroke): CircleShape {
  return { kind: 'circle', centre, radius, fill, stroke };
}

/** Height of Inter's capitals and figures, as a share of its size. */
export const CAPITAL_HEIGHT = 0.727;

/** Share of a text's width that lies to the left of its anchor. */
const BEFORE_ANCHOR = { start: 0, middle: 0.5, end: 1 } as const;

/** The box around the capitals of a text that is not turned. */
export function textFrame({ text, x, y, size, weight, anchor }: TextShape): Frame {
  const width = textWidth(text, { size, weight });
  const left = x - width * BEFORE_ANCHOR[anchor];
  const half = (size * CAPITAL_HEIGHT) / 2;
  return { left, right: left + width, top: y - half, bottom: y + half };
}
