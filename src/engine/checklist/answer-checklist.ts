import type { ChecklistAnswer } from '../../domain/checklist.ts';
import type { Decision, Memory } from '../../domain/decision.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { answerAverages } from './answer-averages.ts';
import { answerBreadth } from './answer-breadth.ts';
import { answerConfirmation } from './answer-confirmation.ts';
import { answerFomc } from './answer-fomc.ts';
import { answerSteward } from './answer-steward.ts';
import { answerTiming } from './answer-timing.ts';
import { answerVixGate } from './answer-vix-gate.ts';

/**
 * The checklist's questions with what the data answer, in the method's order.
 *
 * @param memory - what the server remembered when the decision was made
 */
export function answerChecklist(
  decision: Decision,
  snapshot: Snapshot,
  settings: Settings,
  memory: Memory,
): readonly ChecklistAnswer[] {
  return [
    answerBreadth(decision, snapshot, settings),
    answerConfirmation(decision, settings),
    answerAverages(decision, settings),
    answerVixGate(decision, snapshot, settings),
    answerFomc(snapshot, settings),
    answerSteward(decision, settings, memory),
    answerTiming(snapshot),
  ];
}
