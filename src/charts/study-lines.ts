import type { LinesChart } from '#domain/hedge/book-chart.ts';
import { numberText, decimalsOf } from './number-text.ts';
import { PALETTE, TYPE, WIDTH } from './palette.ts';
import { type Extent, extentOf, roundTicks } from './scale.ts';
import { levelShapes } from './study-levels.ts';
import { phoneWidth, EDGE, round, type StudyBody, svgLine, phoneText } from './study-shapes.ts';

const HEIGHT = 230;
const AXIS = 42;
const LEGEND = 22;
const TICKS = 5;
const GAP = 8;
const SWATCH = 16;
const DOT = 3.5;

const COLOURS = [PALETTE.rut, PALETTE.spx, PALETTE.text, PALETTE.average[0], PALETTE.average[1]] as const;
const DASHES = ['', '', '', '5 4', '2 3'] as const;

type Frame = {
  readonly xOf: (x: number) => number;
  readonly yOf: (y: number) => number;
};

/** Lines over one axis, with a legend above and levels across. */
export function linesBody(chart: LinesChart, top: number): StudyBody {
  const { series, levels, unit, axis, ticks } = chart;
  const legend = legendOf(series, top);
  const plotTop = top + legend.height + TYPE.text + 6;
  const all = series.flatMap(({ points }) => points);
  const vertical: Extent = extentOf([all.map(({ y }) => y), levels.map(({ value }) => value)]) ?? {
    low: 0,
    high: 1,
  };
  const across = [...all, ...ticks].map(({ x }) => x);
  const horizontal = { low: Math.min(...across), high: Math.max(...across) };
  const marks = roundTicks(vertical, TICKS);
  const decimals = decimalsOf(marks);
  const left = EDGE + Math.max(0, ...marks.map((mark) => phoneWidth(numberText(mark, decimals)))) + GAP;
  const right = WIDTH - EDGE - GAP;
  const width = horizontal.high - horizontal.low || 1;
  const frame: Frame = {
    xOf: (x) => left + ((x - horizontal.low) / width) * (right - left),
    yOf: (y) => plotTop + HEIGHT - ((y - vertical.low) / (vertical.high - vertical.low)) * HEIGHT,
  };
  const shapes = [
    ...legend.shapes,
    phoneText(unit, { x: EDGE, y: plotTop - 6, colour: PALETTE.muted }),
    `<rect x="${round(left)}" y="${plotTop}" width="${round(right - left)}" height="${HEIGHT}" fill="${PALETTE.plot}"/>`,
    ...marks.flatMap((mark) => [
      svgLine({
        from: [left, frame.yOf(mark)],
        to: [right, frame.yOf(mark)],
        colour: mark === 0 ? PALETTE.zero : PALETTE.grid,
      }),
      phoneText(numberText(mark, decimals), {
        x: left - GAP / 2,
        y: frame.yOf(mark) + 4.5,
        colour: PALETTE.muted,
        anchor: 'end',
      }),
    ]),
    ...ticks.flatMap(({ x, label }) => tickShapes(frame.xOf(x), label, plotTop)),
    phoneText(axis, {
      x: (left + right) / 2,
      y: plotTop + HEIGHT + 37,
      colour: PALETTE.muted,
      anchor: 'middle',
    }),
    ...levelShapes(levels, { yOf: frame.yOf, left, right, top: plotTop }),
    ...series.flatMap((line, index) => lineShapes(line, index, frame)),
  ];
  return { shapes, height: plotTop - top + HEIGHT + AXIS };
}

type Line = LinesChart['series'][number];

function lineShapes(
  { points, hasDots, isStepped }: Line,
  index: number,
  { xOf, yOf }: Frame,
): readonly string[] {
  const colour = COLOURS[index % COLOURS.length] ?? PALETTE.text;
  const dash = DASHES[index % DASHES.length] ?? '';
  const path = points.map(({ x, y }, place) => {
    const before = points[place - 1];
    const step = isStepped && before ? `L${round(xOf(x))} ${round(yOf(before.y))} ` : '';
    return `${step}${place === 0 ? 'M' : 'L'}${round(xOf(x))} ${round(yOf(y))}`;
  });
  const dots = hasDots || points.length === 1 ? points : [];
  return [
    `<path d="${path.join(' ')}" fill="none" stroke="${colour}" stroke-width="2.4"${dash === '' ? '' : ` stroke-dasharray="${dash}"`}/>`,
    ...dots.map(
      ({ x, y }) => `<circle cx="${round(xOf(x))}" cy="${round(yOf(y))}" r="${DOT}" fill="${colour}"/>`,
    ),
  ];
}

function tickShapes(x: number, label: string, plotTop: number): readonly string[] {
  const half = phoneWidth(label) / 2;
  const middle = Math.min(WIDTH - EDGE - half, Math.max(EDGE + half, x));
  return [
    svgLine({ from: [x, plotTop], to: [x, plotTop + HEIGHT], colour: PALETTE.grid }),
    phoneText(label, { x: middle, y: plotTop + HEIGHT + 18, colour: PALETTE.muted, anchor: 'middle' }),
  ];
}

/** Names of the lines, as many in a row as there is room for. */
function legendOf(series: readonly Line[], top: number): StudyBody {
  let x = EDGE;
  let row = 0;
  const shapes = series.flatMap(({ label }, index) => {
    const width = SWATCH + GAP + phoneWidth(label) + 2 * GAP;
    if (x > EDGE && x + width > WIDTH - EDGE) {
      x = EDGE;
      row += 1;
    }
    const y = top + row * LEGEND + TYPE.text;
    const colour = COLOURS[index % COLOURS.length] ?? PALETTE.text;
    const dash = DASHES[index % DASHES.length] ?? '';
    const start = x;
    x += width;
    return [
      svgLine({
        from: [start, y - 4.5],
        to: [start + SWATCH, y - 4.5],
        colour,
        width: 3,
        ...(dash !== '' && { dash }),
      }),
      phoneText(label, { x: start + SWATCH + GAP, y }),
    ];
  });
  return { shapes, height: (row + 1) * LEGEND };
}
