import type { BacktestStudy } from '#domain/history/backtest.ts';

/** One file of a report. */
export type ReportFile = { readonly name: string; readonly content: Uint8Array };

/** Puts what a backtest found into words, pictures and tables. */
export interface BacktestReport {
  /** What it shows and what not, in a few sentences. */
  headline(study: BacktestStudy): string;

  /** `report.md` first, then its pictures, `releases.csv` and `summary.json`. */
  files(study: BacktestStudy, signal: AbortSignal): Promise<readonly ReportFile[]>;
}
