import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { type Block, header } from './header.ts';
import { EDGE, PALETTE, STRONG, WIDTH } from './palette.ts';
import { FLAG_LANE, type FlagMark, LABEL_GAP, type Mark, placeMarks, tickTexts, widest } from './panel.ts';
import { type Columns, endTexts, LEAD, type PlacedPanel, TITLE } from './series-panel.ts';
import { signalPanels } from './signal-panels.ts';
import { textWidth } from './text-width.ts';

/** Distances in picture units. */
export const SPACE = {
  headerGap: 8,
  panelGap: 6,
  axis: 26,
} as const;

/** Where everything stands, in picture units from the upper left. */
export type SignalLayout = Columns & {
  readonly height: number;
  readonly header: Block;
  readonly panels: readonly PlacedPanel[];
  readonly flags: readonly FlagMark[];
  /** Upper edge of the lowest lane of flags. */
  readonly lowestLane: number;
};

/** Places a chart's header, flags and panels. Its height follows from the lines and lanes that they need. */
export function signalLayout(chart: SignalChart): SignalLayout {
  const top = header(chart);
  const panels = signalPanels(chart);
  const left = EDGE + Math.max(...panels.map(({ ticks }) => widest(tickTexts(ticks), STRONG))) + LABEL_GAP;
  const right = WIDTH - EDGE - widest(panels.flatMap(endTexts), STRONG) - LEAD;
  const column = (right - left) / chart.sessions.length;
  const xOf = (index: number): number => left + (index + 0.5) * column;

  const flags = placeMarks(marksOf(chart, xOf), { left: EDGE, right });
  const lanes = Math.max(0, ...flags.map(({ lane }) => lane + 1));
  const firstTitle = EDGE + textWidth(panels[0]?.title ?? '', STRONG) + LEAD;
  const isShared = lanes > 0 && flags.every(({ lane, left: start }) => lane > 0 || start > firstTitle);
  const plotsTop = top.bottom + SPACE.headerGap + (isShared ? lanes - 1 : lanes) * FLAG_LANE;
  const lowestLane = isShared ? plotsTop + 1 : plotsTop - FLAG_LANE;
  let next = plotsTop;
  const placed = panels.map((panel) => {
    const frame = {
      left,
      right,
      top: next + TITLE,
      bottom: next + TITLE + panel.height,
    };
    next = frame.bottom + SPACE.panelGap;
    return { ...panel, frame };
  });
  return {
    height: Math.round(next - SPACE.panelGap + SPACE.axis + EDGE / 2),
    header: top,
    panels: placed,
    flags,
    lowestLane,
    xOf,
    column,
  };
}

function marksOf({ marks, sessions }: SignalChart, xOf: (index: number) => number): readonly Mark[] {
  return marks.flatMap(({ session, label, kind }) => {
    const index = sessions.indexOf(session);
    const dash = kind === 'print' ? { dash: [4, 3] } : {};
    return index < 0 ? [] : [{ x: xOf(index), label, colour: PALETTE[kind], ...dash }];
  });
}
