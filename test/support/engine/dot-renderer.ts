import { alertAltText, altText, bookAltText } from '#charts/alt-text.ts';
import type { ChartRenderer, StudyRenderer } from '#ports/chart-renderer.ts';

/** One pixel. */
const DOT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Says in words what is on a chart and draws a dot, for tests that are not about drawing. */
export const dotRenderer: ChartRenderer & StudyRenderer = {
  drawStudy: async () => new Uint8Array(DOT),
  drawAlert: async (chart) => ({ png: new Uint8Array(DOT), altText: alertAltText(chart) }),
  drawSignal: async (chart) => ({ png: new Uint8Array(DOT), altText: altText(chart) }),
  drawBook: async (chart) => ({ png: new Uint8Array(DOT), altText: bookAltText(chart) }),
  stop: async () => undefined,
};
