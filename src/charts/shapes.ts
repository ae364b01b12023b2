import { PALETTE, TYPE } from './palette.ts';
import type { Weight } from './typeface.ts';

/** Which shapes lie over which: panels at the bottom, flags at the top. */
export const LAYER = { plot: -3, watermark: -2, grid: -1, mark: 1, series: 2, text: 4 } as const;

export type TextStyle = {
  readonly colour?: string;
  readonly size?: number;
  readonly weight?: Weight;
  readonly align?: 'left' | 'center' | 'right';
  /** Radians, against the clock. */
  readonly rotation?: number;
  readonly opacity?: number;
  readonly z?: number;
};

/** A line of text whose middle stands at `y`. */
export function textAt(text: string, x: number, y: number, style: TextStyle = {}) {
  const { colour = PALETTE.text, size = TYPE.text, weight = 400, align = 'left' } = style;
  return {
    type: 'text' as const,
    x,
    y,
    z: style.z ?? LAYER.text,
    rotation: style.rotation ?? 0,
    silent: true,
    style: {
      text,
      fill: colour,
      fontSize: size,
      fontFamily: 'Inter',
      fontWeight: weight,
      opacity: style.opacity ?? 1,
      align,
      verticalAlign: 'middle' as const,
    },
  };
}

export type Stroke = {
  readonly colour: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly opacity?: number;
  readonly z?: number;
};

export type Segment = { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number };

/** A straight line; under the series unless its stroke says otherwise. */
export function lineBetween(shape: Segment, { colour, width = 1, dash, opacity = 1, z }: Stroke) {
  return {
    type: 'line' as const,
    z: z ?? LAYER.grid,
    silent: true,
    shape,
    style: { stroke: colour, lineWidth: width, opacity, ...(dash && { lineDash: [...dash] }) },
  };
}

export type Area = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Radius of the corners. */
  readonly r?: number;
};

export type Fill = { readonly colour: string; readonly opacity?: number; readonly z?: number };

/** A filled rectangle; at the very bottom unless its fill says otherwise. */
export function areaOf(shape: Area, { colour, opacity = 1, z }: Fill) {
  return {
    type: 'rect' as const,
    z: z ?? LAYER.plot,
    silent: true,
    shape,
    style: { fill: colour, opacity },
  };
}

export type Shape = ReturnType<typeof textAt> | ReturnType<typeof lineBetween> | ReturnType<typeof areaOf>;
