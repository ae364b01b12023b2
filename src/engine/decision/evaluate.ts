import type { Decision, Memory } from '../../domain/decision.ts';
import { evaluationId } from '../../domain/evaluation.ts';
import type { PrintReading } from '../../domain/print.ts';
import { measureMarket, type MarketMeasures } from '../evidence/measure-market.ts';
import { adoptStep } from './adopt-step.ts';
import { hasEvidenceChanged, rememberEvidence } from './evidence-changes.ts';
import { findAll, type EvaluationInputs, type Findings } from './findings.ts';
import { moveAtClose, moveBetweenCloses, type Standing } from './move-state.ts';
import { progressToNext } from './progress-to-next.ts';
import { readRatio } from './read-ratio.ts';

/**
 * What the method makes of one snapshot for one server.
 *
 * A print may lift the state to ARMED and a check to WATCH; only an official evaluation counts closes and proposes
 * a step, once a session. A question answers what an official evaluation of the last closes would say, and
 * remembers nothing. The same inputs give the same decision; whatever is wrong with the data ends as an unknown
 * or a degraded input, never as an error.
 *
 * @param market - the snapshot's measures, where several servers share them
 */
export function evaluate(
  inputs: EvaluationInputs,
  market: MarketMeasures = measureMarket(inputs.snapshot),
): Decision {
  const found = findAll(inputs, market);
  const { snapshot, settings, memory, stock, evidence } = found;
  const { evaluation } = snapshot;
  const standing = move(found);
  const ratio = readRatio(found);
  const adopts = evaluation.kind === 'official' && ratio.step !== 0;
  const { event, age, print } = stock;
  const changed =
    standing.state !== memory.state || ratio.step !== 0 || hasEvidenceChanged(evidence, memory.evidence);
  const progress = progressToNext(standing.state, evidence);
  return {
    id: evaluationId(evaluation),
    evaluation,
    asOf: snapshot.asOf,
    lastSession: snapshot.lastSession,
    ...(event && age !== undefined && { event, age }),
    ...(print && { print }),
    evidence,
    state: standing.state,
    stateBefore: memory.state,
    rank: found.rank,
    standDown: found.standDown,
    degraded: found.degraded,
    hot: isHot(print),
    ...quotedAtCheck(found),
    ratio,
    unwind: found.unwind,
    ...(progress && { progress }),
    changed,
    settingsVersion: inputs.settingsVersion,
    memory: remember(found, standing),
    ...(adopts && {
      adopts: adoptStep(memory.programme, ratio.step, { session: evaluation.session, settings }),
    }),
  };
}

function quotedAtCheck({ snapshot, market }: Findings): Pick<Decision, 'quoted'> {
  return snapshot.evaluation.kind === 'check' ? { quoted: market.running !== undefined } : {};
}

function isHot(print: PrintReading | undefined): boolean {
  return print?.classified === true && (print.class === 'strong' || print.class === 'very-strong');
}

function move({ memory, stock, settings, ...found }: Findings): Standing {
  const around = {
    rank: found.rank,
    isOpen: stock.isOpen,
    aboveBase: stock.aboveBase,
    unwind: found.unwind.holds,
    isDegraded: found.degraded.length > 0,
    isRanked: !found.degraded.some(({ input }) => input !== 'vix'),
    downAfterCloses: settings['step.downAfterCloses'],
  };
  if (found.isOver) {
    return memory;
  }
  return found.isClose ? moveAtClose(memory, around) : moveBetweenCloses(memory, around);
}

/** What the next evaluation must know. A question leaves the memory as it was; only closes are counted. */
function remember(found: Findings, standing: Standing): Memory {
  const { memory, stock, evidence, snapshot, unwindOn } = found;
  const { kind, session } = snapshot.evaluation;
  if (kind === 'question') {
    return memory;
  }
  const counts = kind === 'official' && !found.isOver;
  const lastOfficial = counts ? session : memory.lastOfficial;
  const { state, closesBelow, rankBelow } = standing;
  return {
    state,
    programme: memory.programme,
    ...stock.absorbed,
    closesBelow,
    ...(rankBelow && { rankBelow }),
    unwindOn,
    ...(lastOfficial !== undefined && { lastOfficial }),
    evidence: rememberEvidence(evidence, memory.evidence),
  };
}
