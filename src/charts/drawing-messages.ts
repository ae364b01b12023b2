import type { BookChart } from '#domain/book-chart.ts';
import type { SignalChart } from '#domain/chart.ts';
import type { StudyChart } from '#domain/study-chart.ts';

/** What the drawing worker is sent. */
export type DrawingOrder = { readonly id: number; readonly chart: SignalChart | StudyChart | BookChart };

/** What it answers: the picture, whose memory is handed over, or why there is none. */
export type DrawingAnswer =
  | { readonly id: number; readonly png: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly failure: string };
