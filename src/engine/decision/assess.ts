import type { Book } from '#domain/book/lot.ts';
import type { Decision, DegradedReason, Memory, StandDownReason } from '#domain/signal/decision.ts';
import type { BudgetCheck } from '#domain/hedge/hedge-report.ts';
import type { Evidence, EvidenceId, Truth } from '#domain/signal/evidence.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { KnownPrint, Snapshot } from '#domain/signal/snapshot.ts';
import { gatherEvidence } from '#engine/evidence/gather-evidence.ts';
import { lateReasons } from '#engine/evidence/judge-late-gate.ts';
import type { MarketMeasures } from '#engine/evidence/measure-market.ts';
import { classifyPrint } from '#engine/print/classify-print.ts';
import { countUnwind, judgeUnwind, readUnwind } from './judge-unwind.ts';
import { isNearStatement } from './govern-step.ts';
import { rankEvidence } from './rank-evidence.ts';
import { type EventState, stampEvent, updateEvent } from './update-event.ts';

/** Everything that a decision is made of. */
export type EvaluationInputs = {
  readonly snapshot: Snapshot;
  /** Kept with the decision; state, target and governor work on the programme ratio alone. */
  readonly book: Book | undefined;
  /** What the step that these inputs ask for costs; absent where no budget is set or the step has no price. */
  readonly budget?: BudgetCheck;
  readonly settings: Settings;
  readonly settingsVersion: number;
  readonly memory: Memory;
};

/** What is found before anything moves. */
export type Assessment = EvaluationInputs & {
  readonly market: MarketMeasures;
  readonly eventState: EventState;
  readonly evidence: readonly Evidence[];
  readonly degraded: Decision['degraded'];
  readonly standDown: Decision['standDown'];
  readonly rank: Decision['rank'];
  readonly unwind: Decision['unwind'];
  /** Closes counted towards the unwind, this one included. */
  readonly unwindOn: Memory['unwindOn'];
  /** Whether this close has been counted already: an official evaluation of it was stored. */
  readonly isOver: boolean;
  /** Whether a close is judged, and not only what is known between two. */
  readonly isClose: boolean;
};

/** What is taken for granted instead of being judged: how a print reads, and which evidence holds. */
export type Assumptions = {
  /** Of the print with its release's id. */
  readonly reading: PrintReading;
  readonly truths: Readonly<Partial<Record<EvidenceId, Truth>>>;
};

/**
 * Judges everything that a decision rests on.
 *
 * @param supposed - for the question "what if"; nothing counts as degraded then
 */
export function assess(inputs: EvaluationInputs, market: MarketMeasures, supposed?: Assumptions): Assessment {
  const { snapshot, settings, memory } = inputs;
  const { evaluation } = snapshot;
  const { session } = evaluation;
  const eventState = stampEvent(
    updateEvent(snapshot, settings, memory, readingOf(supposed)),
    inputs.settingsVersion,
  );
  const evidence = suppose(gatherEvidence(market, settings, eventState.subject), supposed);
  const isClose = evaluation.kind === 'official' || evaluation.kind === 'question';
  const isOver = isClose && memory.lastOfficial !== undefined && memory.lastOfficial >= session;
  const { programme } = memory;
  const condition = judgeUnwind({ market, settings, programme, isOpen: eventState.isOpen, session });
  const counts = isClose && !isOver;
  const unwindOn = counts ? countUnwind(memory.unwindOn, condition, session) : memory.unwindOn;
  return {
    ...inputs,
    market,
    eventState,
    evidence,
    degraded: supposed ? [] : findDegraded(market),
    standDown: standDownReasons(evidence, snapshot, settings),
    rank: rankEvidence(evidence, evaluation.kind),
    unwind: readUnwind(condition, unwindOn, isClose ? settings['step.downAfterCloses'] : Infinity),
    unwindOn,
    isOver,
    isClose,
  };
}

function standDownReasons(
  evidence: readonly Evidence[],
  { fomc }: Snapshot,
  settings: Settings,
): readonly StandDownReason[] {
  const late = lateReasons(evidence.find(({ id }) => id === 'lateGate'));
  return settings['fomc.policy'] === 'block' && isNearStatement(fomc) ? [...late, 'fomc'] : late;
}

function readingOf(supposed: Assumptions | undefined): typeof classifyPrint {
  return (known: KnownPrint, settings) =>
    supposed?.reading.releaseId === known.print.releaseId ? supposed.reading : classifyPrint(known, settings);
}

function suppose(evidence: readonly Evidence[], supposed: Assumptions | undefined): readonly Evidence[] {
  return evidence.map((piece): Evidence => {
    const truth = supposed?.truths[piece.id];
    return truth === undefined ? piece : { id: piece.id, truth, measures: piece.measures };
  });
}

/** Inputs without which nothing may rise, as far as they cannot be relied upon. */
function findDegraded(market: MarketMeasures): readonly DegradedReason[] {
  return (['rut', 'spx', 'vix'] as const).flatMap((input) => {
    const { flaw } = market[input];
    return flaw ? [{ input, reason: flaw }] : [];
  });
}
