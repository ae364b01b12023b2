import type { ChecklistAnswer, ChecklistNote } from '#domain/checklist/checklist.ts';
import type { KnownMultiple } from '#domain/market/market-context.ts';
import type { Decision, Memory } from '#domain/signal/decision.ts';
import type { HedgeReport, ParityReading } from '#domain/hedge/hedge-report.ts';
import type { SkewReport } from '#domain/market/term-curve.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { Snapshot } from '#domain/signal/snapshot.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { idiosyncraticMeasures } from '#engine/market/idiosyncratic-measures.ts';
import { answerAverages, answerBreadth, answerConfirmation } from './answer-evidence.ts';
import { answerVixGate } from './answer-vix-gate.ts';
import { answerBreakEven, answerBudget, answerDrag, answerParity } from './answer-hedge.ts';
import { answerExposure, answerRolls, type Following } from './answer-exposure.ts';
import { answerContext } from './answer-context.ts';
import { answerFomc, answerTiming } from './answer-timing.ts';
import { answerQuorum, answerSteward } from './answer-steward.ts';

/** What the checklist is answered from. */
export type ChecklistCase = {
  readonly decision: Decision;
  readonly snapshot: Snapshot;
  readonly settings: Settings;
  /** Of the snapshot. */
  readonly market: MarketMeasures;
  /** What the server remembered when the decision was made. */
  readonly memory: Memory;
  /** Absent for a server that keeps no lots. */
  readonly standing?: HedgeReport;
  /** Absent where nobody keeps step orders. */
  readonly following?: Following;
  /** What was last noted beside item 9, on whichever checklist. */
  readonly fomcNote?: ChecklistNote;
  /** Entered by hand; absent where they were not read. */
  readonly multiples?: readonly KnownMultiple[];
  /** Empty without quotes. */
  readonly parity: readonly ParityReading[];
  /** Absent where no prices give it. */
  readonly skew?: SkewReport;
};

/** The checklist's questions with what the data answer, in the method's order. */
export function answerChecklist(checklistCase: ChecklistCase): readonly ChecklistAnswer[] {
  const { decision, snapshot, settings, market, memory } = checklistCase;
  const { standing, following, parity, fomcNote, multiples } = checklistCase;
  return [
    answerExposure(standing, following),
    answerBreadth(decision, snapshot, settings),
    answerDrag(standing),
    answerConfirmation(decision, settings),
    answerParity(decision, parity),
    answerAverages(decision, settings),
    answerBreakEven(standing),
    answerVixGate(checklistCase),
    answerFomc(snapshot, settings, fomcNote),
    answerContext(snapshot, decision, idiosyncraticMeasures(market), multiples),
    answerRolls(standing),
    answerBudget(standing),
    answerSteward(decision, settings, memory),
    answerTiming(snapshot),
    ...answerQuorum(snapshot),
  ];
}
