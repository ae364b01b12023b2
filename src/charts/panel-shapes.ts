import { textWidth } from './fit-text.ts';
import { endLines, endTexts, type Layout, type PlacedPanel, SPACE, STRONG, tickTexts } from './layout.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { areaOf, LAYER, lineBetween, type Shape, textAt } from './shapes.ts';
import { spreadLabels } from './spread-labels.ts';

const NOTHING_YET = 'no values yet';

/** A panel's ground, title, scale and last values. */
export function panelShapes(panel: PlacedPanel, layout: Layout): readonly Shape[] {
  const { left, right } = layout;
  const { top, height, extent } = panel;
  const ground = areaOf({ x: left, y: top, width: right - left, height, r: 2 }, { colour: PALETTE.plot });
  const middle = { x: (left + right) / 2, y: top + height / 2 };
  return [
    ground,
    ...titleShapes(panel),
    ...(extent
      ? [...scaleShapes(panel, layout), ...endShapes(panel, right)]
      : [textAt(NOTHING_YET, middle.x, middle.y, { colour: PALETTE.muted, align: 'center' })]),
  ];
}

function titleShapes({ title, remark, top }: PlacedPanel): Shape[] {
  const y = top - SPACE.panelTitle / 2 + 1;
  const ground = {
    x: 0,
    y: top - SPACE.panelTitle,
    width: SPACE.edge + textWidth(title, STRONG) + SPACE.tick,
    height: SPACE.panelTitle - 3,
  };
  return [
    areaOf(ground, { colour: PALETTE.background, z: LAYER.mark + 0.5 }),
    textAt(title, SPACE.edge, y, { weight: 600 }),
    ...(remark === undefined
      ? []
      : [textAt(remark, WIDTH - SPACE.edge, y, { colour: PALETTE.muted, align: 'right' })]),
  ];
}

/** Height of a value in the picture. */
function heightOf({ top, height, extent }: PlacedPanel, value: number): number {
  const { low, high } = extent ?? { low: 0, high: 1 };
  return top + height * (1 - (value - low) / (high - low));
}

function scaleShapes(panel: PlacedPanel, { left, right }: Layout): Shape[] {
  const texts = tickTexts(panel);
  const across = (value: number) => {
    const y = heightOf(panel, value);
    return { x1: left, y1: y, x2: right, y2: y };
  };
  const ticks = panel.ticks.flatMap((tick, index) => {
    const isZone = tick === panel.zone;
    const colour = isZone ? PALETTE.zone : PALETTE.muted;
    const label = textAt(texts[index] ?? '', left - SPACE.tick, heightOf(panel, tick), {
      colour,
      align: 'right',
      weight: isZone ? 600 : 400,
    });
    return isZone ? [label] : [label, lineBetween(across(tick), { colour: PALETTE.grid })];
  });
  const base =
    panel.base === undefined ? [] : [lineBetween(across(panel.base), { colour: PALETTE.zero, width: 1.2 })];
  return [...ticks, ...base, ...zoneShapes(panel, left, right)];
}

function zoneShapes(panel: PlacedPanel, left: number, right: number): Shape[] {
  if (panel.zone === undefined) {
    return [];
  }
  const y = heightOf(panel, panel.zone);
  const bottom = panel.top + panel.height;
  return [
    areaOf(
      { x: left, y, width: right - left, height: bottom - y },
      { colour: PALETTE.zone, opacity: 0.16, z: LAYER.grid },
    ),
    lineBetween({ x1: left, y1: y, x2: right, y2: y }, { colour: PALETTE.zone, width: 1.4, dash: [6, 4] }),
  ];
}

function endShapes(panel: PlacedPanel, right: number): Shape[] {
  const texts = endTexts(panel);
  const lines = endLines(panel);
  const ends = lines.map(({ values }) =>
    heightOf(panel, values.findLast((value) => value !== undefined) ?? 0),
  );
  const half = SPACE.bodyLine / 2;
  const places = spreadLabels(ends, SPACE.bodyLine - 1, {
    top: panel.top + half - 4,
    bottom: panel.top + panel.height - half + 4,
  });
  return lines.flatMap(({ colour, values }, index) => {
    const [y1, y2] = [ends[index] ?? 0, places[index] ?? 0];
    const isKnown = values.at(-1) !== undefined;
    const lead = { x1: right, y1, x2: right + SPACE.lead - 3, y2 };
    return [
      textAt(texts[index] ?? '', right + SPACE.lead, y2, {
        colour: isKnown ? colour : PALETTE.muted,
        weight: 600,
      }),
      ...(isKnown ? [lineBetween(lead, { colour, width: 1.2, opacity: 0.7 })] : []),
    ];
  });
}
