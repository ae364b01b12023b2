import { max } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import type { BarsChart, IntervalsChart } from '#domain/history/study-chart.ts';
import type { Block } from './header.ts';
import { numberText } from './number-text.ts';
import { BODY, EDGE, PALETTE, STRONG, TYPE, WIDTH } from './palette.ts';
import { type Layers, panelGround, placeAxis, stackLayers, tickTexts, widest } from './panel.ts';
import { circleShape, lineShape, rectShape, type Shape, textShape } from './shape.ts';
import { ellipsize, printable } from './text-width.ts';
import { roundTicks, type ValueScale } from './value-scale.ts';

/** Between names, what is drawn, and values. */
const GAP = 12;
/** Longest that a name may be, so that what is drawn has room. */
const LONGEST_NAME = 280;
const VALUE = { size: TYPE.body, weight: 700 } as const;

/** Rows below each other, each with its name before it and its value behind: counts, or means with intervals. */
export function rowsBody(chart: BarsChart | IntervalsChart, top: number): Block {
  return chart.form === 'bars' ? barRows(chart, top) : intervalGroups(chart, top);
}

function nameOf({ label }: { readonly label: string }): string {
  return ellipsize(printable(label), LONGEST_NAME, BODY);
}

const BAR = { row: 29, height: 18, indent: 14, shortest: 1.5 };

function barRows({ bars }: BarsChart, top: number): Block {
  const indentOf = (indented?: true): number => (indented ? BAR.indent : 0);
  const left = EDGE + (max(bars, (bar) => widest([nameOf(bar)]) + indentOf(bar.indented)) ?? 0) + GAP;
  const counts = bars.map(({ count }) => `${count}`);
  const right = WIDTH - EDGE - widest(counts, VALUE) - GAP / 2;
  const lengthOf = scaleLinear()
    .domain([0, max(bars, ({ count }) => count) || 1])
    .range([0, right - left]);
  const shapes = bars.flatMap((bar, index): readonly Shape[] => {
    const middle = top + (index + 0.5) * BAR.row;
    const end = left + (bar.count > 0 ? Math.max(BAR.shortest, lengthOf(bar.count)) : 0);
    const frame = { left, right: end, top: middle - BAR.height / 2, bottom: middle + BAR.height / 2 };
    return [
      textShape(nameOf(bar), [EDGE + indentOf(bar.indented), middle], {
        colour: bar.indented ? PALETTE.muted : PALETTE.text,
      }),
      rectShape(frame, { colour: bar.indented ? PALETTE.average[2] : PALETTE.above }),
      textShape(`${bar.count}`, [end + GAP / 2, middle], VALUE),
    ];
  });
  return { shapes, bottom: top + bars.length * BAR.row };
}

const GROUP = { row: 25, head: 26, axis: 24, gap: 12, dot: 4.5 };
/** Room beyond the widest interval, as a share of it. */
const MARGIN = 0.08;
/** A group in which nothing moved still has a scale. */
const LEAST = 0.01;
const TICKS = { most: 6, apart: 64, inset: 0 };

type Group = IntervalsChart['groups'][number];
type Row = Group['rows'][number];
type Ends = { readonly left: number; readonly right: number };

/** Around a line of zero; each group has a scale of its own. */
function intervalGroups({ groups }: IntervalsChart, top: number): Block {
  const rows = groups.flatMap((group) => group.rows);
  const means = rows.map(({ mean }) => signedText(mean));
  const ends = {
    left: EDGE + widest(rows.map(nameOf)) + GAP,
    right: WIDTH - EDGE - widest(means, VALUE) - GAP,
  };
  let next = top;
  const layers = groups.flatMap((group) => {
    const start = next;
    next += GROUP.head + group.rows.length * GROUP.row + GROUP.axis + GROUP.gap;
    return groupLayers(group, ends, start);
  });
  return { shapes: stackLayers(layers), bottom: Math.max(top, next - GROUP.gap) };
}

function groupLayers({ label, unit, rows }: Group, ends: Ends, top: number): readonly Partial<Layers>[] {
  const plotTop = top + GROUP.head;
  const frame = { ...ends, top: plotTop, bottom: plotTop + rows.length * GROUP.row };
  const values = rows.flatMap(({ mean, low = 0, high = 0 }) => [mean, low, high]);
  const reach = Math.max(LEAST, ...values.map(Math.abs)) * (1 + MARGIN);
  const scale = scaleLinear().domain([-reach, reach]).range([frame.left, frame.right]);
  const ticks = roundTicks(scale, TICKS);
  const texts = tickTexts(ticks);
  const zero = { colour: PALETTE.zero, width: 1.2 };
  const middle = top + GROUP.head / 2;
  return [
    { ground: [panelGround(frame)] },
    placeAxis(
      ticks.map((tick, index) => ({ x: scale(tick), label: texts[index] ?? '' })),
      [frame],
      { left: frame.left, right: WIDTH - EDGE, y: frame.bottom + GROUP.axis / 2 },
    ),
    { grid: [lineShape([scale(0), frame.top], [scale(0), frame.bottom], zero)] },
    {
      labels: [
        textShape(label, [EDGE, middle], STRONG),
        textShape(unit, [WIDTH - EDGE, middle], { colour: PALETTE.muted, anchor: 'end' }),
      ],
    },
    ...rows.map((row, index) => rowLayers(row, scale, plotTop + (index + 0.5) * GROUP.row)),
  ];
}

/** A mean without an interval is hollow; an interval that does not span zero stands out. */
function rowLayers(row: Row, scale: ValueScale, y: number): Partial<Layers> {
  const { mean, low, high } = row;
  const interval = low === undefined || high === undefined ? undefined : { low, high };
  const isClear = interval !== undefined && (interval.low > 0 || interval.high < 0);
  const colour = isClear ? PALETTE.rut : PALETTE.spx;
  const line =
    interval && lineShape([scale(interval.low), y], [scale(interval.high), y], { colour, width: 3 });
  const fill = { colour: interval ? colour : PALETTE.plot };
  return {
    marks: [...(line ? [line] : []), circleShape([scale(mean), y], GROUP.dot, fill, { colour, width: 2 })],
    labels: [
      textShape(nameOf(row), [EDGE, y], { colour: PALETTE.muted }),
      textShape(signedText(mean), [WIDTH - EDGE, y], { ...VALUE, anchor: 'end' }),
    ],
  };
}

function signedText(value: number): string {
  return `${value < 0 ? '' : '+'}${numberText(value, 2)}`;
}
