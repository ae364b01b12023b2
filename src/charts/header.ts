import { BODY, BODY_LINE, EDGE, PALETTE, TYPE, WIDTH } from './palette.ts';
import { lineShape, type Shape, type Stroke, textShape } from './shape.ts';
import { ellipsize, printable, type Setting, textWidth, wrapText } from './text-width.ts';

/** Part of a picture that reaches from a top that it was told down to its own bottom. */
export type Block = { readonly shapes: readonly Shape[]; readonly bottom: number };

const TITLE_LINE = 26;
const SUBTITLE_LINES = 4;

/** Title and subtitle at the top of a picture. */
export function header(
  heading: { readonly title: string; readonly subtitle: string },
  width: number = WIDTH,
): Block {
  const room = width - 2 * EDGE;
  const { lines: title, setting } = fitTitle(heading.title, room);
  const subtitle = wrapText(heading.subtitle, { width: room, most: SUBTITLE_LINES }, BODY);
  const subtitleTop = EDGE + title.length * TITLE_LINE;
  return {
    shapes: [
      ...title.map((line, index) => textShape(line, [EDGE, EDGE + (index + 0.5) * TITLE_LINE], setting)),
      ...subtitle.map((line, index) =>
        textShape(line, [EDGE, subtitleTop + (index + 0.5) * BODY_LINE], { colour: PALETTE.muted }),
      ),
    ],
    bottom: subtitleTop + subtitle.length * BODY_LINE,
  };
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

const WATERMARK = { size: 62, slope: 18, opacity: 0.09, share: 0.86 };

/** Faint letters across a picture, once at each of these heights. */
export function watermark(
  text: string | undefined,
  heights: readonly number[],
  { width = WIDTH, size = WATERMARK.size }: { readonly width?: number; readonly size?: number } = {},
): readonly Shape[] {
  const watermark = printable(text ?? '');
  if (watermark === '') {
    return [];
  }
  const natural = textWidth(watermark, { size, weight: 700 });
  const style = {
    size: size * Math.min(1, (width * WATERMARK.share) / natural),
    weight: 700,
    anchor: 'middle',
    opacity: WATERMARK.opacity,
    rotation: WATERMARK.slope,
  } as const;
  return heights.map((y) => textShape(watermark, [width / 2, y], style));
}

export type LegendEntry = { readonly label: string; readonly stroke: Stroke };

const LEGEND = { line: 23, swatch: 20, gap: 7, between: 18 };

/** Names of lines beside samples of them, as many in a row as there is room for. */
export function legend(entries: readonly LegendEntry[], top: number, width: number = WIDTH): Block {
  const right = width - EDGE;
  const before = LEGEND.swatch + LEGEND.gap;
  let x = EDGE;
  let row = 0;
  const shapes = entries.flatMap(({ label, stroke }) => {
    const text = ellipsize(printable(label), right - EDGE - before, BODY);
    const end = x + before + textWidth(text, BODY);
    if (x > EDGE && end > right) {
      x = EDGE;
      row += 1;
    }
    const [start, y] = [x, top + (row + 0.5) * LEGEND.line];
    x = start + before + textWidth(text, BODY) + LEGEND.between;
    return [
      lineShape([start, y], [start + LEGEND.swatch, y], { ...stroke, width: 3 }),
      textShape(text, [start + before, y]),
    ];
  });
  return { shapes, bottom: entries.length === 0 ? top : top + (row + 1) * LEGEND.line };
}
