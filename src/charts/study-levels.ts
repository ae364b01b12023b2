import type { ChartLevel } from '#domain/hedge/book-chart.ts';
import { PALETTE, TYPE } from './palette.ts';
import { phoneWidth, round, svgLine, phoneText } from './study-shapes.ts';

type Place = {
  readonly yOf: (value: number) => number;
  readonly left: number;
  readonly right: number;
  /** Upper edge of the plot. */
  readonly top: number;
};

const LINE = TYPE.text + 5;

/** Levels across a plot, their names at its left edge on a ground of their own; names never lie over each other. */
export function levelShapes(levels: readonly ChartLevel[], place: Place): readonly string[] {
  const { yOf, left, right, top } = place;
  const placed = levels
    .map((level) => ({ ...level, y: yOf(level.value) }))
    .toSorted((first, second) => first.y - second.y);
  let free = top + LINE;
  return placed.flatMap(({ label, y }) => {
    const baseline = Math.max(y - 5, free);
    free = baseline + LINE;
    const width = phoneWidth(label);
    return [
      svgLine({ from: [left, y], to: [right, y], colour: PALETTE.print, width: 1.5, dash: '6 4' }),
      `<rect x="${round(left + 2)}" y="${round(baseline - TYPE.text)}" width="${round(width + 8)}" height="${LINE - 4}" fill="${PALETTE.plot}" opacity="0.85"/>`,
      phoneText(label, { x: left + 6, y: baseline, colour: PALETTE.print }),
    ];
  });
}
