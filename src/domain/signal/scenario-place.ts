import type { PrintClass } from '#domain/releases/print.ts';

/**
 * What else may be true at the close of a release's day 0: small caps do not lag; they do and nothing more; they do
 * and part of the momentum agrees; RSI and MACD both agree; and breadth as well.
 */
export type ScenarioPath = 'no-lag' | 'lag' | 'partly' | 'both' | 'both-and-breadth';

/** Where a decision lies in the table that was posted the evening before. */
export type ScenarioPlace = {
  readonly class: PrintClass;
  /** Absent while it cannot be told whether small caps lag. */
  readonly path?: ScenarioPath;
};
