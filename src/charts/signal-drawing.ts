import type { SignalChart } from '#domain/signal/signal-chart.ts';
import { watermark } from './header.ts';
import { EDGE, WIDTH } from './palette.ts';
import { flagLayers, type Layers, panelGround, placeAxis, stackLayers } from './panel.ts';
import { seriesPanel } from './series-panel.ts';
import { sessionTicks } from './session-ticks.ts';
import { type SignalLayout, signalLayout, SPACE } from './signal-layout.ts';
import type { Drawing } from './svg-document.ts';

/** Least width that a label of the time axis gets. */
const AXIS_LABEL = 62;
/** Across the upper and the lower half, so that no part of the picture goes without it. */
const WATERMARK = { shares: [0.36, 0.76], size: 76 };

/** The signal chart: price, RSI, MACD and ratio below each other over one axis of sessions, with its marks. */
export function signalDrawing(chart: SignalChart): Drawing {
  const layout = signalLayout(chart);
  const { height, panels, flags, lowestLane } = layout;
  const frames = panels.map(({ frame }) => frame);
  const behind = watermark(
    chart.watermark,
    WATERMARK.shares.map((share) => share * height),
    WATERMARK,
  );
  const shapes = stackLayers(
    [
      { ground: frames.map(panelGround) },
      sessionAxis(chart, layout),
      ...panels.flatMap((panel) => seriesPanel(panel, layout, WIDTH)),
      flagLayers(flags, frames, lowestLane),
      { labels: layout.header.shapes },
    ],
    behind,
  );
  return { width: WIDTH, height, shapes };
}

function sessionAxis({ sessions }: SignalChart, { panels, xOf }: SignalLayout): Partial<Layers> {
  const frames = panels.map(({ frame }) => frame);
  const left = Math.max(...frames.map((frame) => frame.left));
  const right = Math.max(...frames.map((frame) => frame.right));
  const bottom = Math.max(...frames.map((frame) => frame.bottom));
  const ticks = sessionTicks(sessions, Math.floor((right - left) / AXIS_LABEL));
  return placeAxis(
    ticks.map(({ index, label }) => ({ x: xOf(index), label })),
    frames,
    { left, right: WIDTH - EDGE, y: bottom + SPACE.axis / 2 },
  );
}
