import { type Chart, chartDrawing } from '#charts/chart-drawing.ts';
import { ofKind, piecesOf, wordsSaying } from './drawn-words.ts';

/** Rectangles of these colours, left to right as they are drawn. */
export function barsOf(chart: Chart, ...colours: readonly string[]) {
  return ofKind(chartDrawing(chart).shapes, 'rect')
    .filter(({ fill }) => colours.includes(fill.colour))
    .map(({ frame, fill }) => ({
      ...frame,
      width: frame.right - frame.left,
      height: frame.bottom - frame.top,
      colour: fill.colour,
    }));
}

/** The first of them. */
export function firstBar(chart: Chart, colour: string) {
  const [bar] = barsOf(chart, colour);
  if (!bar) {
    throw new Error(`nothing is drawn in ${colour}`);
  }
  return bar;
}

/** The points of each path, lowest layer first. */
export function pathsOf(chart: Chart) {
  return ofKind(chartDrawing(chart).shapes, 'path').map(({ path, stroke }) => ({
    points: piecesOf(path).flat(),
    stroke,
  }));
}

/** Where the axis says that a number is: at its label's middle. */
export function placeOf(chart: Chart, label: string) {
  const { left, right, y } = wordsSaying(chartDrawing(chart), label);
  return { x: (left + right) / 2, y };
}
