import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { printable, textWidth } from './fit-text.ts';
import { BODY, type Layout, SPACE } from './layout.ts';
import { PALETTE, WIDTH } from './palette.ts';
import { panelShapes } from './panel-shapes.ts';
import { sessionTicks } from './session-ticks.ts';
import { areaOf, LAYER, lineBetween, type Shape, textAt } from './shapes.ts';

/** Least width that a label of the time axis gets. */
const AXIS_LABEL = 62;
const WATERMARK = { size: 76, slope: 24, opacity: 0.09, share: 0.86 };

/** Everything in the picture that is not a series: words, scales, marks, watermark. */
export function signalShapes(chart: SignalChart, layout: Layout): readonly Shape[] {
  return [
    ...headerShapes(layout),
    ...watermarkShapes(chart.watermark, layout.height),
    ...layout.panels.flatMap((panel) => panelShapes(panel, layout)),
    ...axisShapes(chart, layout),
    ...flagShapes(layout),
  ];
}

function headerShapes({ title, titleSetting, subtitle, subtitleTop }: Layout): Shape[] {
  return [
    ...title.map((line, index) =>
      textAt(line, SPACE.edge, SPACE.edge + (index + 0.5) * SPACE.titleLine, titleSetting),
    ),
    ...subtitle.map((line, index) =>
      textAt(line, SPACE.edge, subtitleTop + (index + 0.5) * SPACE.bodyLine, { colour: PALETTE.muted }),
    ),
  ];
}

/** Across the upper and the lower half, so that no part of the picture goes without it. */
function watermarkShapes(watermark: string | undefined, height: number): Shape[] {
  const text = printable(watermark ?? '');
  if (text === '') {
    return [];
  }
  const natural = textWidth(text, { size: WATERMARK.size, weight: 700 });
  const size = WATERMARK.size * Math.min(1, (WIDTH * WATERMARK.share) / natural);
  const style = { size, weight: 700, align: 'center', opacity: WATERMARK.opacity } as const;
  const rotation = (WATERMARK.slope * Math.PI) / 180;
  return [0.36, 0.76].map((share) =>
    textAt(text, WIDTH / 2, height * share, { ...style, rotation, z: LAYER.watermark }),
  );
}

function axisShapes({ sessions }: SignalChart, { left, right, xOf, panels }: Layout): Shape[] {
  const ticks = sessionTicks(sessions, Math.floor((right - left) / AXIS_LABEL));
  const bottom = Math.max(...panels.map(({ top, height }) => top + height));
  const shapes: Shape[] = [];
  let taken = -Infinity;
  for (const { index, label } of ticks) {
    const half = textWidth(label, BODY) / 2;
    const x = Math.min(Math.max(xOf(index), left + half), WIDTH - SPACE.edge - half);
    const grid = panels.map(({ top, height }) =>
      lineBetween({ x1: xOf(index), y1: top, x2: xOf(index), y2: top + height }, { colour: PALETTE.grid }),
    );
    if (x - half > taken) {
      taken = x + half + SPACE.tick;
      shapes.push(
        ...grid,
        textAt(label, x, bottom + SPACE.axis / 2, { colour: PALETTE.muted, align: 'center' }),
      );
    }
  }
  return shapes;
}

function flagShapes({ flags, panels }: Layout): Shape[] {
  return flags.flatMap(({ x, y, left, width, text, kind }) => {
    const colour = PALETTE[kind];
    const middle = y + SPACE.flag / 2;
    const stroke = { colour, width: 1.3, opacity: 0.85, z: LAYER.mark };
    const dash = kind === 'print' ? { dash: [4, 3] } : {};
    const lines = panels.map(({ top, height }) =>
      lineBetween({ x1: x, y1: top, x2: x, y2: top + height }, { ...stroke, ...dash }),
    );
    return [
      areaOf({ x: left, y, width, height: SPACE.flag, r: 3 }, { colour, z: LAYER.series }),
      textAt(text, left + SPACE.flagInset, middle, { colour: PALETTE.flagText, weight: 600 }),
      lineBetween({ x1: x, y1: y + SPACE.flag, x2: x, y2: panels[0]?.top ?? y }, { ...stroke, ...dash }),
      ...lines,
    ];
  });
}
