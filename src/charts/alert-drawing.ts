import type { AlertChart, AlertReading } from '#domain/signal/alert-chart.ts';
import type { Session } from '#domain/market/session.ts';
import { watermark } from './header.ts';
import { decimalsOf, numberText } from './number-text.ts';
import { EDGE, PALETTE, STRONG } from './palette.ts';
import { LABEL_GAP, type Layers, panelGround, placeAxis, stackLayers, tickTexts, widest } from './panel.ts';
import {
  type Columns,
  endTexts,
  LEAD,
  type PlacedPanel,
  seriesPanel,
  type SeriesPanel,
} from './series-panel.ts';
import { MONTHS, sessionTicks } from './session-ticks.ts';
import { type Frame, lineShape } from './shape.ts';
import type { Drawing } from './svg-document.ts';
import { extentOf, roundTicks, valueScale } from './value-scale.ts';

/** 1,200 by 675 pixels. Its words are 16 units or 43 pixels high: 10 points where a phone shows it 285 wide. */
const SIZE = { width: 440, height: 247.5, pixels: 1_200 };

/** Edges of the two plots, and the middle of the time axis's words, picture units from the top. */
const PLOTS = { indices: { top: 32, bottom: 122 }, reading: { top: 150, bottom: 216 }, axis: 231 };
const TICKS = { most: 4, apart: 19, inset: 4 };
/** Least width that a label of the time axis gets. */
const AXIS_LABEL = 66;
const WATERMARK = { width: SIZE.width, size: 54 };
const LINE = { width: 2.4, decimals: 1 };

/** The picture of an alert: both indices since the print above the reading that decides. */
export function alertDrawing(chart: AlertChart): Drawing {
  const panels = placedPanels(chart);
  const frames = panels.map(({ frame }) => frame);
  const columns = columnsOf(chart, frames);
  const shapes = stackLayers(
    [
      { ground: frames.map(panelGround) },
      sessionAxis(chart, frames, columns),
      printLines(chart, frames, columns),
      ...panels.flatMap((panel) => seriesPanel(panel, columns, SIZE.width)),
    ],
    watermark(chart.watermark, [SIZE.height / 2], WATERMARK),
  );
  return { ...SIZE, shapes };
}

type Unplaced = Omit<SeriesPanel, 'ticks'> & { readonly edges: Pick<Frame, 'top' | 'bottom'> };

function placedPanels(chart: AlertChart): readonly PlacedPanel[] {
  const panels = [indicesOf(chart), readingOf(chart.reading)].map((panel) => ({
    ...panel,
    ticks: ticksOf(panel),
  }));
  const left = EDGE + Math.max(...panels.map(({ ticks }) => widest(tickTexts(ticks), STRONG))) + LABEL_GAP;
  const right = SIZE.width - EDGE - widest(panels.flatMap(endTexts), STRONG) - LEAD;
  return panels.map(({ edges, ...panel }) => ({ ...panel, frame: { left, right, ...edges } }));
}

function columnsOf({ sessions }: AlertChart, [frame]: readonly Frame[]): Columns {
  const { left = EDGE, right = SIZE.width - EDGE } = frame ?? {};
  const column = (right - left) / sessions.length;
  return { column, xOf: (index) => left + (index + 0.5) * column };
}

function indicesOf({ rut, spx, from }: AlertChart): Unplaced {
  return {
    title: `Small and large caps from ${dayText(from)}, %`,
    edges: PLOTS.indices,
    extent: extentOf([rut, spx], [0]),
    base: 0,
    lines: [
      { ...LINE, name: 'SPX', values: spx, colour: PALETTE.spx, unit: '%' },
      { ...LINE, name: 'RUT', values: rut, colour: PALETTE.rut, unit: '%' },
    ],
  };
}

function readingOf(reading: AlertReading): Unplaced {
  const { kind, values, level } = reading;
  const text = numberText(level, decimalsOf([level]));
  const isRsi = kind === 'rsi';
  return {
    title: isRsi ? `RSI ${reading.period} of small caps, low at ${text} or less` : `VIX, late above ${text}`,
    edges: PLOTS.reading,
    extent: extentOf([values], [level]),
    zone: { level, side: isRsi ? 'below' : 'above' },
    lines: [{ ...LINE, name: isRsi ? 'RSI' : 'VIX', values, colour: PALETTE.rut }],
  };
}

/** The level, and round values that leave room beside it. */
function ticksOf({ extent, zone, edges }: Unplaced): readonly number[] {
  if (!extent) {
    return [];
  }
  const scale = valueScale(extent, edges);
  const round = roundTicks(scale, TICKS);
  return zone
    ? [zone.level, ...round.filter((tick) => Math.abs(scale(tick) - scale(zone.level)) >= TICKS.apart)]
    : round;
}

/** `2014-09-16` as `16 Sep`. */
function dayText(session: Session): string {
  const [, month, day] = session.split('-').map(Number);
  return `${day ?? ''} ${MONTHS[(month ?? 0) - 1] ?? ''}`;
}

function sessionAxis(
  { sessions }: AlertChart,
  frames: readonly Frame[],
  { xOf, column }: Columns,
): Partial<Layers> {
  const ticks = sessionTicks(sessions, Math.floor((column * sessions.length) / AXIS_LABEL));
  return placeAxis(
    ticks.map(({ index, label }) => ({ x: xOf(index), label })),
    frames,
    { left: EDGE, right: SIZE.width - EDGE, y: PLOTS.axis },
  );
}

function printLines(
  { prints, sessions }: AlertChart,
  frames: readonly Frame[],
  { xOf }: Columns,
): Partial<Layers> {
  const stroke = { colour: PALETTE.print, width: 1.4, dash: [4, 3] };
  return {
    grid: prints.flatMap((session) => {
      const x = xOf(sessions.indexOf(session));
      return frames.map(({ top, bottom }) => lineShape([x, top], [x, bottom], stroke));
    }),
  };
}
