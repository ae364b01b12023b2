import type { ChecklistAnswer } from '#domain/checklist/checklist.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import { answerAverages } from './answer-averages.ts';
import { answerBudget } from './answer-budget.ts';
import { answerContext } from './answer-context.ts';
import { answerDrag } from './answer-drag.ts';
import { answerExposure } from './answer-exposure.ts';
import { answerBreakEven } from './answer-break-even.ts';
import { answerParity } from './answer-parity.ts';
import { answerRolls } from './answer-rolls.ts';
import { answerBreadth } from './answer-breadth.ts';
import { answerConfirmation } from './answer-confirmation.ts';
import { answerFomc } from './answer-fomc.ts';
import { answerQuorum } from './answer-quorum.ts';
import { answerSteward } from './answer-steward.ts';
import { answerTiming } from './answer-timing.ts';
import { answerVixGate } from './answer-vix-gate.ts';

/** What the checklist is answered from. */
export type ChecklistCase = {
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** What the server remembered when the decision was made. */
  readonly memory: Memory;
  /** Absent for a server that keeps no lots. */
  readonly standing?: HedgeReport;
  /** Empty without quotes. */
  readonly parity: readonly ParityReading[];
};

/** The checklist's questions with what the data answer, in the method's order. */
export function answerChecklist(given: ChecklistCase): readonly ChecklistAnswer[] {
  const { decision, snapshot, settings, memory, standing, parity } = given;
  return [
    answerExposure(standing),
    answerBreadth(decision, snapshot, settings),
    answerDrag(standing),
    answerConfirmation(decision, settings),
    answerParity(decision, parity),
    answerAverages(decision, settings),
    answerBreakEven(standing),
    answerVixGate(decision, snapshot, settings),
    answerFomc(snapshot, settings),
    ...answerContext(snapshot, decision),
    answerRolls(standing),
    answerBudget(standing),
    answerSteward(decision, settings, memory),
    answerTiming(snapshot),
    ...answerQuorum(snapshot),
  ];
}
