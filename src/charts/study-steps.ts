import type { StepsChart } from '#domain/history/study-chart.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { bodyWidth, EDGE, round, type StudyBody, svgLine, svgText } from './study-shapes.ts';

const HEIGHT = 190;
const AXIS = 24;
const LANE = 20;

/** Part of the room above the highest level and below the lowest. */
const MARGIN = 0.12;

/** Years between two labels of the axis. */
const YEARS = 2;

/** A line that steps, over years. */
export function stepsBody(chart: StepsChart, top: number): StudyBody {
  const { levels, marks, from, until } = chart;
  const left = EDGE;
  const right = WIDTH - EDGE - Math.max(...levels.map(({ label }) => bodyWidth(label))) - 8;
  const plotTop = top + lanesOf(marks.length) * LANE;
  const values = [...levels.map(({ value }) => value), chart.start, ...chart.steps.map(({ to }) => to)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = (high - low || 1) * (1 + 2 * MARGIN);
  const xOf = (at: number): number => left + ((at - from) / (until - from)) * (right - left);
  const yOf = (value: number): number =>
    plotTop + HEIGHT - ((value - low + span * MARGIN * (1 / (1 + 2 * MARGIN))) / span) * HEIGHT;
  const shapes = [
    `<rect x="${left}" y="${plotTop}" width="${round(right - left)}" height="${HEIGHT}" fill="${PALETTE.plot}"/>`,
    ...yearLines(chart, xOf, plotTop),
    ...levels.flatMap(({ value, label }) => [
      svgLine({ from: [left, yOf(value)], to: [right, yOf(value)], colour: PALETTE.zero, dash: '4 4' }),
      svgText(label, { x: right + 8, y: yOf(value) + 4.5, colour: PALETTE.muted }),
    ]),
    ...marks.flatMap(({ at, label, raised }, index) => {
      const colour = raised ? PALETTE.rut : PALETTE.below;
      const y = plotTop - 6 - (index % lanesOf(marks.length)) * LANE;
      const fits = xOf(at) + bodyWidth(label) < WIDTH - EDGE;
      return [
        svgLine({ from: [xOf(at), y], to: [xOf(at), plotTop + HEIGHT], colour, dash: '2 3' }),
        svgText(label, { x: xOf(at) + (fits ? 4 : -4), y, colour, anchor: fits ? 'start' : 'end' }),
      ];
    }),
    `<path d="${pathOf(chart, xOf, yOf)}" fill="none" stroke="${PALETTE.text}" stroke-width="2"/>`,
  ];
  return { shapes, height: plotTop - top + HEIGHT + AXIS };
}

function lanesOf(marks: number): number {
  return Math.min(2, Math.max(1, marks));
}

function pathOf(
  { start, steps, from, until }: StepsChart,
  xOf: (at: number) => number,
  yOf: (value: number) => number,
): string {
  let value = start;
  const parts = [`M${round(xOf(from))} ${round(yOf(value))}`];
  for (const { at, to } of steps) {
    parts.push(`L${round(xOf(at))} ${round(yOf(value))}`, `L${round(xOf(at))} ${round(yOf(to))}`);
    value = to;
  }
  return [...parts, `L${round(xOf(until))} ${round(yOf(value))}`].join(' ');
}

function yearLines(
  { from, until }: StepsChart,
  xOf: (at: number) => number,
  plotTop: number,
): readonly string[] {
  const [first, last] = [new Date(from).getUTCFullYear() + 1, new Date(until).getUTCFullYear()];
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, ahead) => first + ahead)
    .filter((year) => year % YEARS === 0)
    .flatMap((year) => {
      const x = xOf(Date.UTC(year, 0, 1));
      return [
        svgLine({ from: [x, plotTop], to: [x, plotTop + HEIGHT], colour: PALETTE.grid }),
        svgText(`${year}`, { x, y: plotTop + HEIGHT + 17, colour: PALETTE.muted, anchor: 'middle' }),
      ];
    });
}
