import type { Book } from '../../domain/book.ts';
import type { Decision, Memory, StandDownReason } from '../../domain/decision.ts';
import type { Evidence } from '../../domain/evidence.ts';
import type { Settings } from '../../domain/settings.ts';
import type { Snapshot } from '../../domain/snapshot.ts';
import { gatherEvidence } from '../evidence/gather-evidence.ts';
import { lateReasons } from '../evidence/judge-late-gate.ts';
import type { MarketMeasures } from '../evidence/measure-market.ts';
import { countUnwind, readUnwind } from './count-unwind.ts';
import { findDegraded } from './find-degraded.ts';
import { isNearStatement } from './govern-step.ts';
import { judgeUnwind } from './judge-unwind.ts';
import { rankEvidence } from './rank-evidence.ts';
import { takeStock, type Stock } from './take-stock.ts';

/** Everything that a decision is made of. */
export type EvaluationInputs = {
  readonly snapshot: Snapshot;
  /** Kept with the decision; state, target and governor work on the programme ratio alone. */
  readonly book: Book | undefined;
  readonly settings: Settings;
  readonly settingsVersion: number;
  readonly memory: Memory;
};

/** What is found before anything moves. */
export type Findings = EvaluationInputs & {
  readonly market: MarketMeasures;
  readonly stock: Stock;
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

/** Judges everything that a decision rests on. */
export function findAll(inputs: EvaluationInputs, market: MarketMeasures): Findings {
  const { snapshot, settings, memory } = inputs;
  const { evaluation } = snapshot;
  const { session } = evaluation;
  const stock = takeStock(snapshot, settings, memory);
  const evidence = gatherEvidence(market, settings, stock.subject);
  const isClose = evaluation.kind === 'official' || evaluation.kind === 'question';
  const isOver = isClose && memory.lastOfficial !== undefined && memory.lastOfficial >= session;
  const { programme } = memory;
  const condition = judgeUnwind({ market, settings, programme, isOpen: stock.isOpen, session });
  const counts = isClose && !isOver;
  const unwindOn = counts ? countUnwind(memory.unwindOn, condition, session) : memory.unwindOn;
  return {
    ...inputs,
    market,
    stock,
    evidence,
    degraded: findDegraded(market),
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
