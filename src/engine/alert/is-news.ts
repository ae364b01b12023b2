import type { Decision, Memory, State } from '#domain/signal/decision.ts';
import type { EvidenceId } from '#domain/signal/evidence.ts';
import { hasEvidenceChanged } from '#engine/decision/evidence-changes.ts';

/** The evidence whose change is worth a card of its own; in HOLD and UNWIND the unwind condition moves the state itself. */
const MATTERS: Readonly<Record<State, readonly EvidenceId[]>> = {
  CALM: ['print'],
  ARMED: ['lag'],
  WATCH: ['trend', 'breadth', 'rsi', 'macd'],
  CONFIRM: ['rsi', 'macd', 'lateGate'],
  CAPITULATION: ['breadth', 'lateGate'],
  HOLD: [],
  UNWIND: [],
};

/**
 * Whether a look found something that a whole card is posted for: another state, a step, or evidence that matters in
 * this state. Whatever else flips is told in the one line.
 *
 * @param before - what was remembered of the look before
 * @see docs/method.md#what-is-news
 */
export function isNews(decision: Decision, before: Pick<Memory, 'evidence'>): boolean {
  const { evidence, ratio, state, stateBefore } = decision;
  const deciding = evidence.filter(({ id }) => MATTERS[state].includes(id));
  return state !== stateBefore || ratio.step !== 0 || hasEvidenceChanged(deciding, before.evidence);
}
