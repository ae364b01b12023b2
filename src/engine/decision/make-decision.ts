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
export function makeDecision(found: Assessment): Decision {
  const { snapshot, settings, memory, eventState, evidence } = found;
  const { evaluation } = snapshot;
  const standing = move(found);
  const ratio = readRatio(found);
  const adopts = evaluation.kind === 'official' && ratio.step !== 0;
  const { event, age, print } = eventState;
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
    ...placeInScenario(found),
    changed,
    settingsVersion: found.settingsVersion,
    memory: remember(found, standing),
    ...(adopts && {
      adopts: adoptStep(memory.programme, ratio.step, { session: evaluation.session, settings }),
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

function move({ memory, eventState, settings, ...found }: Assessment): StateProgress {
  const around = {
    rank: found.rank,
    isOpen: eventState.isOpen,
    aboveBase: eventState.aboveBase,
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
function remember(found: Assessment, standing: StateProgress): Memory {
  const { memory, eventState, evidence, snapshot, unwindOn } = found;
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
    ...eventState.absorbed,
    closesBelow,
    ...(rankBelow && { rankBelow }),
    unwindOn,
    ...(lastOfficial !== undefined && { lastOfficial }),
    evidence: rememberEvidence(evidence, memory.evidence),
  };
}
