import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { SignalChart } from '#domain/signal/signal-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';

/** What the drawing worker is sent. */
export type DrawingOrder = { readonly id: number; readonly chart: SignalChart | StudyChart | BookChart };

/** What it answers: the picture, whose memory is handed over, or why there is none. */
export type DrawingAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };
