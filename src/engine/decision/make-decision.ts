import type { Decision, Memory } from '#domain/signal/decision.ts';
import { evaluationId } from '#domain/signal/snapshot.ts';
import type { PrintReading } from '#domain/releases/print.ts';
import { scenarioPath } from './scenario-path.ts';
import { adoptStep } from './adopt-step.ts';
import { hasEvidenceChanged, rememberEvidence } from './evidence-changes.ts';
import type { Assessment } from './assess.ts';
import { type StateProgress, moveAtClose, moveBetweenCloses } from './move-state.ts';
import { progressToNext } from './progress-to-next.ts';
import { readRatio } from './read-ratio.ts';

/** The decision that findings lead to: how the state moves, how far the ratio goes, and what to remember. */
export function makeDecision(assessment: Assessment): Decision {
  const { snapshot, settings, memory, eventState, evidence } = assessment;
  const { evaluation } = snapshot;
  const moved = move(assessment);
  const ratio = readRatio(assessment);
  const adopts = evaluation.kind === 'official' && ratio.step !== 0;
  const { event, age, print } = eventState;
  const changed =
    moved.state !== memory.state || ratio.step !== 0 || hasEvidenceChanged(evidence, memory.evidence);
  const progress = progressToNext(moved.state, evidence);
  return {
    id: evaluationId(evaluation),
    evaluation,
    asOf: snapshot.asOf,
    lastSession: snapshot.lastSession,
    ...(event && age !== undefined && { event, age }),
    ...(print && { print }),
    evidence,
    state: moved.state,
    stateBefore: memory.state,
    rank: assessment.rank,
    standDown: assessment.standDown,
    degraded: assessment.degraded,
    hot: isHot(print),
    ...quotedAtCheck(assessment),
    ratio,
    unwind: assessment.unwind,
    ...(progress && { progress }),
    ...placeInScenario(assessment),
    changed,
    settingsVersion: assessment.settingsVersion,
    memory: remember(assessment, moved),
    ...(adopts && {
      adopts: adoptStep(memory.programme, ratio.step, {
        session: evaluation.session,
        settings,
        ...(event && { event: event.id }),
      }),
    }),
  };
}

function quotedAtCheck({ snapshot, market }: Assessment): Pick<Decision, 'quoted'> {
  return snapshot.evaluation.kind === 'check' ? { quoted: market.running !== undefined } : {};
}

/** On day 0, where the decision lies in the table of the evening before. */
function placeInScenario({ eventState, evidence }: Assessment): Pick<Decision, 'place'> {
  const { age, print } = eventState;
  if (age !== 0 || !print?.classified) {
    return {};
  }
  const path = scenarioPath(evidence);
  return { place: { class: print.class, ...(path && { path }) } };
}

function isHot(print: PrintReading | undefined): boolean {
  return print?.classified === true && (print.class === 'strong' || print.class === 'very-strong');
}

function move({ memory, eventState, settings, ...assessment }: Assessment): StateProgress {
  const around = {
    rank: assessment.rank,
    isOpen: eventState.isOpen,
    aboveBase: eventState.aboveBase,
    unwind: assessment.unwind.holds,
    isDegraded: assessment.degraded.length > 0,
    isRanked: !assessment.degraded.some(({ input }) => input !== 'vix'),
    downAfterCloses: settings['step.downAfterCloses'],
  };
  if (assessment.isOver) {
    return memory;
  }
  return assessment.isClose ? moveAtClose(memory, around) : moveBetweenCloses(memory, around);
}

/** What the next evaluation must know. A question leaves the memory as it was; only closes are counted. */
function remember(assessment: Assessment, moved: StateProgress): Memory {
  const { memory, eventState, evidence, snapshot, unwindOn } = assessment;
  const { kind, session } = snapshot.evaluation;
  if (kind === 'question') {
    return memory;
  }
  const counts = kind === 'official' && !assessment.isOver;
  const lastOfficial = counts ? session : memory.lastOfficial;
  const { state, closesBelow, rankBelow } = moved;
  return {
    state,
    programme: memory.programme,
    ...eventState.absorbed,
    closesBelow,
    ...(rankBelow && { rankBelow }),
    unwindOn,
    ...(lastOfficial !== undefined && { lastOfficial }),
    evidence: rememberEvidence(evidence, memory.evidence),
  };
}
