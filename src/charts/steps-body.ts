import { type ScaleTime, scaleUtc } from 'd3-scale';
import type { StepsChart } from '#domain/history/study-chart.ts';
import type { Block } from './header.ts';
import { BODY, BODY_LINE, EDGE, PALETTE, WIDTH } from './palette.ts';
import {
  FLAG_LANE,
  flagLayers,
  haveRoom,
  LABEL_GAP,
  levelLine,
  panelGround,
  placeAxis,
  type PlaceTick,
  placeMarks,
  stackLayers,
  tickTexts,
  valueAxis,
  widest,
} from './panel.ts';
import { spreadLabels } from './place-labels.ts';
import { seriesShapes } from './series-shapes.ts';
import { MONTHS } from './session-ticks.ts';
import { type Frame, type Point, type Shape, textShape } from './shape.ts';
import { extentOf, roundTicks, type ValueScale, valueScale } from './value-scale.ts';

const HEIGHT = 200;
const AXIS = 26;
const TICKS = { most: 6, apart: 26, inset: 8 };
const MOST_DATES = 8;
const NOTHING = { low: 0, high: 1 };

/** A line that steps, over years, with named levels across and flags where it was asked to step. */
export function stepsBody(chart: StepsChart, top: number): Block {
  const { levels, marks, from, until, start, steps } = chart;
  const extent = extentOf([[start], levels.map(({ value }) => value), steps.map(({ to }) => to)]) ?? NOTHING;
  const ticks = roundTicks(valueScale(extent, { top: 0, bottom: HEIGHT }), TICKS);
  const left = EDGE + widest(tickTexts(ticks)) + LABEL_GAP;
  const right = WIDTH - EDGE - widest(levels.map(({ label }) => label)) - LABEL_GAP;
  const xOf = scaleUtc().domain([from, until]).range([left, right]);
  const flags = placeMarks(
    marks
      .filter(({ at }) => at >= from && at <= until)
      .map(({ at, label, raised }) => ({
        x: xOf(at),
        label,
        colour: raised ? PALETTE.rut : PALETTE.below,
        dash: [2, 3],
      })),
    { left: EDGE, right: WIDTH - EDGE },
  );
  const lanes = Math.max(0, ...flags.map(({ lane }) => lane + 1));
  const plotTop = top + lanes * FLAG_LANE;
  const frame: Frame = { left, right, top: plotTop, bottom: plotTop + HEIGHT };
  const scale = valueScale(extent, frame);
  const changes = [{ at: from, to: start }, ...steps, { at: until, to: steps.at(-1)?.to ?? start }];
  const line = changes.map(({ at, to }): Point => [xOf(at), scale(to)]);
  const layers = [
    { ground: [panelGround(frame)] },
    placeAxis(dateTicks(xOf), [frame], { left: EDGE, right: WIDTH - EDGE, y: frame.bottom + AXIS / 2 }),
    valueAxis({ scale, ticks }, frame),
    levelLayers(levels, scale, frame),
    flagLayers(flags, [frame], plotTop - FLAG_LANE),
    { marks: seriesShapes(line, { colour: PALETTE.text, width: 2.2, isStepped: true }) },
  ];
  return { shapes: stackLayers(layers), bottom: frame.bottom + AXIS };
}

function levelLayers(
  levels: StepsChart['levels'],
  scale: ValueScale,
  frame: Frame,
): { readonly grid: readonly Shape[]; readonly labels: readonly Shape[] } {
  const heights = levels.map(({ value }) => scale(value));
  const places = spreadLabels(heights, BODY_LINE, frame);
  return {
    grid: heights.map((y) => levelLine(y, frame, { colour: PALETTE.zero, width: 1.2, dash: [4, 4] })),
    labels: levels.map(({ label }, index) =>
      textShape(label, [frame.right + LABEL_GAP, places[index] ?? 0], { ...BODY, colour: PALETTE.muted }),
    ),
  };
}

/** As many round dates as have room for their names. */
function dateTicks(xOf: ScaleTime<number, number>): readonly PlaceTick[] {
  const choices = Array.from({ length: MOST_DATES }, (_, fewer) =>
    xOf.ticks(MOST_DATES - fewer).map((date) => ({ x: xOf(date), label: dateText(date) })),
  );
  return choices.find(haveRoom) ?? [];
}

/** A year by its number, the first of another month with its year, another day by month and day. */
function dateText(date: Date): string {
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()];
  const name = MONTHS[month] ?? '';
  return day > 1 ? `${name} ${day}` : month > 0 ? `${name} ${year}` : `${year}`;
}
