import type { AlertChart } from '#domain/signal/alert-chart.ts';
import type { BookChart } from '#domain/hedge/book-chart.ts';
import type { Picture, SignalChart } from '#domain/signal/signal-chart.ts';
import type { StudyChart } from '#domain/history/study-chart.ts';

/** Something that draws charts. */
export interface ChartRenderer {
  /** @throws Error if the picture could not be drawn; an alert then goes out without it */
  drawAlert(chart: AlertChart, signal: AbortSignal): Promise<Picture>;
  /** @throws Error if the picture could not be drawn; what it shows is then told in words alone */
  drawSignal(chart: SignalChart, signal: AbortSignal): Promise<Picture>;
  /** @throws Error if the picture could not be drawn; what it shows is then told in words alone */
  drawBook(chart: BookChart, signal: AbortSignal): Promise<Picture>;
  /** Lets go of what drawing holds (a worker). May be called twice. */
  stop(): Promise<void>;
}

/** Something that draws what a backtest found. */
export interface StudyRenderer {
  /** @returns a PNG. @throws Error if it could not be drawn */
  drawStudy(chart: StudyChart, signal: AbortSignal): Promise<Uint8Array>;
}
