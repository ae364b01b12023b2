import { curveLinear, curveStepAfter, line } from 'd3-shape';
import {
  circleShape,
  pathShape,
  type Point,
  type RectShape,
  rectShape,
  type Shape,
  type Stroke,
} from './shape.ts';

export type SeriesStyle = Stroke & {
  readonly width: number;
  /** A value that stays until it steps. */
  readonly isStepped?: boolean;
  /** Which points are dots too; those that stand alone between gaps always are, as a line would not show them. */
  readonly dots?: 'all' | 'last';
  readonly dotRadius?: number;
};

/** Without a radius of its own, a dot is this much wider than its line. */
const DOT = 2.4;

/** Decimals of a path: a hundredth of a unit is a fiftieth of a pixel. */
const DIGITS = 2;

/**
 * A series as a line and its dots.
 *
 * @param points - in picture units, left to right; `undefined` is a gap, which the line does not bridge
 */
export function seriesShapes(
  points: readonly (Point | undefined)[],
  { isStepped, dots, dotRadius, ...stroke }: SeriesStyle,
): readonly Shape[] {
  const path = line<Point | undefined>()
    .defined((point) => point !== undefined)
    .x((point) => point?.[0] ?? 0)
    .y((point) => point?.[1] ?? 0)
    .curve(isStepped ? curveStepAfter : curveLinear)
    .digits(DIGITS)(points);
  const dotted = points.flatMap((point, index) => {
    const isAlone = points[index - 1] === undefined && points[index + 1] === undefined;
    const isDot = isAlone || dots === 'all' || (dots === 'last' && index === points.length - 1);
    return point && isDot ? [point] : [];
  });
  const radius = dotRadius ?? (stroke.width + DOT) / 2;
  return [
    ...(path === null ? [] : [pathShape(path, stroke)]),
    ...dotted.map((point) => circleShape(point, radius, { colour: stroke.colour })),
  ];
}

export type BarStyle = { readonly colour: string; readonly width: number };

/** An upright bar between two heights, never so flat that it could not be seen. */
export function barShape(x: number, from: number, to: number, { colour, width }: BarStyle): RectShape {
  const top = Math.min(from, to);
  return rectShape(
    { left: x - width / 2, right: x + width / 2, top, bottom: Math.max(from, to, top + 1) },
    { colour },
  );
}
