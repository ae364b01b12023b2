import type { Figures, PrintAgreement } from './print.ts';

/** What one source showed of a print, `actual` only. */
export type SourcedFigures = {
  readonly source: string;
  readonly figures: Figures;
  /** Epoch milliseconds (UTC) at which it showed so. */
  readonly at: number;
};

/** Whether a print stands, and what each source showed. */
export type PrintStatus = {
  readonly kind: PrintAgreement;
  /** The source of the print first, then every other one that has shown its month. */
  readonly looks: readonly SourcedFigures[];
};
