import type { Measure } from './evidence.ts';

/** The items of the checklist that are computed so far, by their number in the method. */
export type ChecklistItemId =
  | 'breadth-divergence'
  | 'dual-confirmation'
  | 'moving-averages'
  | 'vix-gate'
  | 'fomc-window'
  | 'steward-check';

/** `act`: do something now. `watch`: near. `unknown`: an input is missing, look yourself. */
export type ChecklistStatus = 'ok' | 'watch' | 'act' | 'unknown';

/** A question of the checklist with the answer that the data give. */
export type ChecklistAnswer = {
  readonly item: ChecklistItemId;
  /** Its number in the method, 1 to 14. */
  readonly number: number;
  readonly status: ChecklistStatus;
  readonly measures: readonly Measure[];
  /** What the answer turns on, in the catalogue's keys, such as `late-gate` or `outside`. */
  readonly finding: string;
  /** Facts that are not measures: dates, counts, limits, in the order the finding's text names them. */
  readonly facts: readonly (string | number)[];
};

/** Somebody's mark that an item was looked at. */
export type Tick = {
  readonly item: ChecklistItemId;
  /** Discord user id. */
  readonly by: string;
  /** Epoch milliseconds (UTC). */
  readonly at: number;
};

/** One event's checklist in one server. */
export type Checklist = {
  /** Id of the decision whose answers it shows. */
  readonly decisionId: string;
  readonly answers: readonly ChecklistAnswer[];
  readonly ticks: readonly Tick[];
};
