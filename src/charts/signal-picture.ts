import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';
import { SCALE } from './palette.ts';
import { signalSvg } from './signal-svg.ts';
import { studySvg } from './study-svg.ts';
import { INTER } from './typeface.ts';

/** Draws a signal chart, or one of a backtest or a book, as a PNG. */
export type DrawPicture = (chart: SignalChart | StudyChart | BookChart) => Uint8Array<ArrayBuffer>;

/**
 * Loads what drawing needs: the rasterizer, once per thread, and the fonts.
 *
 * Drawing takes the thread for tens of milliseconds: it belongs in a worker.
 */
export async function loadDrawing(): Promise<DrawPicture> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  return (chart) => rasterize('form' in chart ? studySvg(chart) : signalSvg(chart));
}

/** What the rasterizer hands out lives outside the collector's reach, so all of it is freed by hand. */
function rasterize(svg: string): Uint8Array<ArrayBuffer> {
  const resvg = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: SCALE },
    font: { fontBuffers: Object.values(INTER).map(({ file }) => file), defaultFontFamily: 'Inter' },
  });
  try {
    const image = resvg.render();
    try {
      return new Uint8Array(image.asPng());
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
