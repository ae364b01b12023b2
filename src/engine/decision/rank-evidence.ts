import type { State } from '#domain/signal/decision.ts';
import type { Evaluation } from '#domain/signal/snapshot.ts';
import type { Evidence, EvidenceId } from '#domain/signal/evidence.ts';

/** States that evidence leads to, in rising order. */
const RISING: readonly State[] = ['CALM', 'ARMED', 'WATCH', 'CONFIRM', 'CAPITULATION'];

/** The highest state that an evaluation may lead to: confirmation does not exist before the close. */
const CEILING: Readonly<Record<Evaluation['kind'], State>> = {
  print: 'ARMED',
  check: 'WATCH',
  official: 'CAPITULATION',
  question: 'CAPITULATION',
};

/** How high a state stands; HOLD and UNWIND, which follow a raise, as low as CALM. */
export function heightOf(state: State): number {
  return Math.max(0, RISING.indexOf(state));
}

/** The higher of two states. */
export function higherOf(first: State, second: State | undefined): State {
  return second !== undefined && heightOf(second) > heightOf(first) ? second : first;
}

/** The highest state whose evidence is true, as far as this kind of evaluation can tell. */
export function rankEvidence(evidence: readonly Evidence[], kind: Evaluation['kind']): State {
  const rank = fullRank((id) => evidence.find((piece) => piece.id === id)?.truth === 'true');
  return heightOf(rank) > heightOf(CEILING[kind]) ? CEILING[kind] : rank;
}

function fullRank(isTrue: (id: EvidenceId) => boolean): State {
  if (!isTrue('print')) {
    return 'CALM';
  }
  if (!isTrue('lag')) {
    return 'ARMED';
  }
  if (isTrue('rsi') && isTrue('macd')) {
    return 'CAPITULATION';
  }
  const confirming: readonly EvidenceId[] = ['trend', 'breadth', 'rsi', 'macd'];
  return confirming.some(isTrue) ? 'CONFIRM' : 'WATCH';
}
