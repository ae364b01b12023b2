import type { BarsChart } from '#domain/history/study-chart.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { bodyWidth, EDGE, round, type StudyBody, svgText } from './study-shapes.ts';

const ROW = 27;
const BAR = 17;
const INDENT = 14;
const GAP = 12;

/** Horizontal bars, each with its name before it and its count behind. */
export function barsBody({ bars }: BarsChart, top: number): StudyBody {
  const indentOf = (indented?: true): number => (indented ? INDENT : 0);
  const left =
    EDGE + Math.max(...bars.map(({ label, indented }) => bodyWidth(label) + indentOf(indented))) + GAP;
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const room = WIDTH - EDGE - left - bodyWidth(`${most}`, 700) - GAP;
  const shapes = bars.flatMap(({ label, count, indented }, index) => {
    const y = top + index * ROW;
    const width = Math.max(count > 0 ? 1.5 : 0, (count / most) * room);
    const colour = indented ? PALETTE.average[2] : PALETTE.above;
    return [
      svgText(label, {
        x: EDGE + indentOf(indented),
        y: y + 13,
        colour: indented ? PALETTE.muted : PALETTE.text,
      }),
      `<rect x="${round(left)}" y="${y}" width="${round(width)}" height="${BAR}" fill="${colour}"/>`,
      svgText(`${count}`, { x: left + width + GAP / 2, y: y + 13, weight: 700 }),
    ];
  });
  return { shapes, height: bars.length * ROW };
}
