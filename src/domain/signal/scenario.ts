import type { RatioReading, StandDownReason, State } from './decision.ts';
import type { PrintClass } from '#domain/releases/print.ts';
import type { ScenarioPath } from './scenario-place.ts';

/** What the engine will decide if the print and the close turn out like this. */
export type ScenarioCell = {
  readonly path: ScenarioPath;
  readonly state: State;
  readonly ratio: RatioReading;
};

export type ScenarioRow = {
  readonly class: PrintClass;
  /** The surprise in standard deviations; absent where prints are judged in points. */
  readonly deviations?: number;
  /** From the least to the most that may be true. */
  readonly cells: readonly ScenarioCell[];
};

/** The decision table of a coming release, with everything else as it stood when it was made. */
export type Scenario = {
  /** The weakest print first. */
  readonly rows: readonly ScenarioRow[];
  /** The path that the closes of that evening were on; absent where it cannot be told. */
  readonly today?: ScenarioPath;
  /** Reasons that evening for which no up-step would be taken. */
  readonly standDown: readonly StandDownReason[];
  /** Whether a survey stood behind it; without one the table has the halved target. */
  readonly hasConsensus: boolean;
};
