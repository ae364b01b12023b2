import type { StudyChart } from '#domain/history/study-chart.ts';

/** Something that draws what a backtest found. */
export interface StudyRenderer {
  /** @returns a PNG. @throws Error if it could not be drawn */
  drawStudy(chart: StudyChart, signal: AbortSignal): Promise<Uint8Array>;
}
