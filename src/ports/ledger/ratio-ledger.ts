import type { Decision, Memory, Programme } from '#domain/signal/decision.ts';
import type { HedgeReport } from '#domain/hedge/hedge-report.ts';
import type { RatioOverride } from '#domain/hedge/ratio-override.ts';

/** A decision and how the hedge stood beside it, without all else that it was made of. */
export type RecordedReport = { readonly decision: Decision; readonly report?: HedgeReport };

/** Ratios over time, and those set by hand. */
export interface RatioLedger {
  /**
   * Reads what a server remembers and sets its programme in one transaction, with the record of who did it: nothing
   * else is adopted between. A step that was planned before and is posted later does not count any more.
   *
   * @param act - is given the memory, `undefined` before the first decision; if it throws, nothing is written
   */
  overrideRatio(
    server: string,
    act: (memory: Memory | undefined) => {
      /** Only read where the server remembers nothing yet. */
      readonly memory: Memory;
      readonly programme: Programme;
      readonly override: RatioOverride;
    },
  ): Promise<RatioOverride>;
  /** Newest first. */
  ratioOverrides(server: string, limit: number): Promise<readonly RatioOverride[]>;
  /** Every stored decision with how the hedge stood, newest first. */
  reports(server: string, limit: number): Promise<readonly RecordedReport[]>;
}
