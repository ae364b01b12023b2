import type { ColumnsChart } from '#domain/hedge/book-chart.ts';
import { ellipsize } from './fit-text.ts';
import { PALETTE, TYPE, WIDTH } from './palette.ts';
import { levelShapes } from './study-levels.ts';
import { EDGE, round, type StudyBody, svgLine, phoneText } from './study-shapes.ts';

const HEIGHT = 210;
const NAMES = 42;

/** Part of a column's place that its bar takes. */
const BAR = 0.56;

/** Room over the highest and under the lowest value, as a part of all. */
const MARGIN = 0.14;

const SETTING = { size: TYPE.text, weight: 400 } as const;
const TONES = { quiet: PALETTE.average[2], total: PALETTE.rut, own: PALETTE.above } as const;

/** Upright bars with their values over them, their names below, and levels across. */
export function columnsBody({ columns, levels, unit }: ColumnsChart, top: number): StudyBody {
  const plotTop = top + TYPE.text + 8;
  const right = WIDTH - EDGE;
  const values = [0, ...columns.map(({ value }) => value), ...levels.map(({ value }) => value)];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = high - low || 1;
  const [bottom, ceiling] = [low < 0 ? low - span * MARGIN : 0, high + span * MARGIN];
  const yOf = (value: number): number => plotTop + HEIGHT - ((value - bottom) / (ceiling - bottom)) * HEIGHT;
  const place = (right - EDGE) / Math.max(1, columns.length);
  const bars = columns.flatMap(({ label, below, value, says, tone }, index) => {
    const middle = EDGE + (index + 0.5) * place;
    const width = place * BAR;
    const [upper, lower] = [yOf(Math.max(0, value)), yOf(Math.min(0, value))];
    const name = { x: middle, anchor: 'middle' } as const;
    return [
      `<rect x="${round(middle - width / 2)}" y="${round(upper)}" width="${round(width)}" height="${round(Math.max(1, lower - upper))}" fill="${TONES[tone ?? 'own']}"/>`,
      phoneText(ellipsize(says, place, { ...SETTING, weight: 700 }), { ...name, y: upper - 6, weight: 700 }),
      phoneText(ellipsize(label, place - 4, SETTING), { ...name, y: plotTop + HEIGHT + 18 }),
      phoneText(ellipsize(below, place - 4, SETTING), {
        ...name,
        y: plotTop + HEIGHT + 35,
        colour: PALETTE.muted,
      }),
    ];
  });
  const shapes = [
    phoneText(unit, { x: EDGE, y: top + TYPE.text - 2, colour: PALETTE.muted }),
    `<rect x="${EDGE}" y="${plotTop}" width="${right - EDGE}" height="${HEIGHT}" fill="${PALETTE.plot}"/>`,
    svgLine({ from: [EDGE, yOf(0)], to: [right, yOf(0)], colour: PALETTE.zero }),
    ...bars,
    ...levelShapes(levels, { yOf, left: EDGE, right, top: plotTop }),
  ];
  return { shapes, height: plotTop - top + HEIGHT + NAMES };
}
