import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { type Chart, chartDrawing } from './chart-drawing.ts';
import { SCALE } from './palette.ts';
import { type Drawing, svgDocument } from './svg-document.ts';
import { INTER } from './typeface.ts';

/** Draws a chart as a PNG. */
export type DrawChart = (chart: Chart) => Uint8Array<ArrayBuffer>;

/**
 * Loads what drawing needs: the rasterizer, once per thread, and the fonts.
 *
 * Drawing takes the thread for tens of milliseconds: it belongs in a worker.
 */
export async function loadDrawing(): Promise<DrawChart> {
  const wasm = createRequire(import.meta.url).resolve('@resvg/resvg-wasm/index_bg.wasm');
  await initWasm(readFileSync(wasm));
  return (chart) => rasterize(chartDrawing(chart));
}

/** What the rasterizer hands out lives outside the collector's reach, so all of it is freed by hand. */
function rasterize(drawing: Drawing): Uint8Array<ArrayBuffer> {
  const resvg = new Resvg(svgDocument(drawing), {
    fitTo: { mode: 'width', value: drawing.pixels ?? drawing.width * SCALE },
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
