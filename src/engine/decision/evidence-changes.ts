import type { Memory } from '#domain/signal/decision.ts';
import type { Evidence } from '#domain/signal/evidence.ts';
import { isOnlyShown } from '#engine/evidence/gather-evidence.ts';

/** Whether any evidence that decides is true, false or unknown where it was something else before. */
export function hasEvidenceChanged(evidence: readonly Evidence[], before: Memory['evidence']): boolean {
  return evidence.some(({ id, truth, reason }) => {
    const was = before[id];
    const looked = reason !== 'not-yet-closed' && !isOnlyShown(id);
    return looked && was !== undefined && was !== truth;
  });
}

/** The truths to compare with next time; what could not be looked at before the close stays as it was. */
export function rememberEvidence(
  evidence: readonly Evidence[],
  before: Memory['evidence'],
): Memory['evidence'] {
  const looked = evidence.filter(({ reason }) => reason !== 'not-yet-closed');
  return { ...before, ...Object.fromEntries(looked.map(({ id, truth }) => [id, truth])) };
}
