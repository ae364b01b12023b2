import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { ellipsize, printable, type Setting, textWidth, wrapText } from './fit-text.ts';
import { type PlacedFlag, placeFlags } from './flags.ts';
import { decimalsOf, numberText } from './number-text.ts';
import { TYPE, WIDTH } from './palette.ts';
import { type Panel, type PanelLine, signalPanels } from './panels.ts';

/** Setting of all text but the title and the right edge. */
export const BODY: Setting = { size: TYPE.text, weight: 400 };
export const STRONG: Setting = { size: TYPE.text, weight: 600 };

/** Distances in picture units. */
export const SPACE = {
  edge: 12,
  titleLine: 25,
  bodyLine: 19,
  lane: 22,
  flag: 19,
  flagInset: 6,
  panelTitle: 23,
  panelGap: 7,
  axis: 24,
  tick: 6,
  lead: 12,
  fewestTick: 20,
} as const;

/** Longest label of a mark, as a share of the plots' width. */
const FLAG_SHARE = 0.62;

/** A panel with its place; its plot reaches from `top` to `top + height`. */
export type PlacedPanel = Panel & { readonly top: number };

export type Flagged = PlacedFlag & {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly kind: 'print' | 'confirmed';
};

/** Where everything stands, in picture units from the upper left. */
export type Layout = {
  readonly height: number;
  readonly title: readonly string[];
  readonly titleSetting: Setting;
  readonly subtitle: readonly string[];
  readonly subtitleTop: number;
  /** Edges of all plots. */
  readonly left: number;
  readonly right: number;
  readonly panels: readonly PlacedPanel[];
  readonly flags: readonly Flagged[];
  /** Middle of a session's column. */
  readonly xOf: (index: number) => number;
};

/** Places a chart's header, flags and panels. Its height follows from the lines and lanes that they need. */
export function layOut(chart: SignalChart): Layout {
  const room = { width: WIDTH - 2 * SPACE.edge, most: 2 };
  const { lines: title, setting: titleSetting } = fitTitle(chart.title, room.width);
  const subtitle = wrapText(chart.subtitle, room, BODY);
  const subtitleTop = SPACE.edge + title.length * SPACE.titleLine;
  const headerBottom = subtitleTop + subtitle.length * SPACE.bodyLine + SPACE.panelGap;

  const panels = signalPanels(chart);
  const left = SPACE.edge + widest(panels.flatMap(tickTexts), BODY) + SPACE.tick;
  const right = WIDTH - SPACE.edge - widest(panels.flatMap(endTexts), STRONG) - SPACE.lead;
  const xOf = (index: number): number => left + ((index + 0.5) / chart.sessions.length) * (right - left);

  const flags = flagsOf(chart, xOf, { left, right });
  const lanes = Math.max(0, ...flags.map(({ lane }) => lane + 1));
  const firstTitle = SPACE.edge + textWidth(panels[0]?.title ?? '', STRONG) + SPACE.lead;
  const isShared = lanes > 0 && flags.every(({ lane, left: start }) => lane > 0 || start > firstTitle);
  const plotsTop = headerBottom + (isShared ? lanes - 1 : lanes) * SPACE.lane;
  const lowestLane = isShared ? plotsTop + 1 : plotsTop - SPACE.lane;
  const placed: PlacedPanel[] = [];
  let top = plotsTop;
  for (const panel of panels) {
    top += SPACE.panelTitle;
    placed.push({ ...panel, top });
    top += panel.height + SPACE.panelGap;
  }
  return {
    height: Math.round(top - SPACE.panelGap + SPACE.axis + SPACE.edge / 2),
    title,
    titleSetting,
    subtitle,
    subtitleTop,
    left,
    right,
    panels: placed,
    flags: flags.map((flag) => ({ ...flag, y: lowestLane - flag.lane * SPACE.lane })),
    xOf,
  };
}

/** A panel's scale labels, lowest first. */
export function tickTexts({ ticks }: Panel): readonly string[] {
  const decimals = decimalsOf(ticks);
  return ticks.map((tick) => numberText(tick, decimals));
}

/** A panel's labels at the right edge, a name and its last value each; `n/a` without one. */
export function endTexts(panel: Panel): readonly string[] {
  return endLines(panel).map(({ name, values, decimals }) => {
    const last = values.at(-1);
    return `${name} ${last === undefined ? 'n/a' : numberText(last, decimals)}`;
  });
}

/** What the right edge names: the lines, and the bars. */
export function endLines({ lines, bars }: Panel): readonly PanelLine[] {
  return bars ? [...lines, bars] : lines;
}

function flagsOf(
  chart: SignalChart,
  xOf: (index: number) => number,
  bounds: { left: number; right: number },
) {
  const shown = chart.marks.flatMap(({ session, label, kind }) => {
    const index = chart.sessions.indexOf(session);
    const most = FLAG_SHARE * (bounds.right - bounds.left);
    const text = ellipsize(printable(label), most, STRONG);
    return index < 0
      ? []
      : [{ kind, text, x: xOf(index), width: textWidth(text, STRONG) + 2 * SPACE.flagInset }];
  });
  const places = placeFlags(shown, { left: SPACE.edge, right: bounds.right });
  return shown.map((flag, index) => ({ ...flag, left: flag.x, lane: 0, ...places[index] }));
}

/** On one line if a little less size is enough for that, else on two of like length. */
function fitTitle(
  text: string,
  width: number,
): { readonly lines: readonly string[]; readonly setting: Setting } {
  const settings = TYPE.title.map((size) => ({ size, weight: 700 }) as const);
  const smallest = { size: Math.min(...TYPE.title), weight: 700 } as const;
  const alone = settings.find((setting) => textWidth(printable(text), setting) <= width);
  const lines = wrapText(text, { width, most: 2 }, alone ?? smallest);
  return { lines: alone ? lines : balanced(lines, smallest, width), setting: alone ?? smallest };
}

/** Moves words from the first of two lines to the second while that leaves the second the shorter one. */
function balanced(
  [first = '', second]: readonly string[],
  setting: Setting,
  width: number,
): readonly string[] {
  if (second === undefined) {
    return [first];
  }
  const cut = first.lastIndexOf(' ');
  const moved = `${first.slice(cut + 1)} ${second}`;
  const isBetter =
    cut > 0 && textWidth(moved, setting) <= Math.min(width, textWidth(first.slice(0, cut), setting));
  return isBetter ? balanced([first.slice(0, cut), moved], setting, width) : [first, second];
}

function widest(texts: readonly string[], setting: Setting): number {
  return Math.max(0, ...texts.map((text) => textWidth(text, setting)));
}
