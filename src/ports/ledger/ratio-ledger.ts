import type { Decision } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';

/** A decision and how the hedge stood beside it, without all else that it was made of. */
export type RecordedReport = { readonly decision: Decision; readonly report?: HedgeReport };

/** Ratios over time, and those set by hand. */
export interface RatioLedger {
  /** Newest first. */
  ratioOverrides(server: string, limit: number): Promise<readonly RatioOverride[]>;
  /** Every stored decision with how the hedge stood, newest first. */
  reports(server: string, limit: number): Promise<readonly RecordedReport[]>;
}
