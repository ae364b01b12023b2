import type { Memory } from '../../domain/decision.ts';
import type { Evidence, EvidenceId } from '../../domain/evidence.ts';

/** Evidence that is only shown: it raises and blocks nothing, and its turning is no news. */
const ONLY_SHOWN: readonly EvidenceId[] = ['smallCapVol', 'term'];

/** Whether any evidence that decides is true, false or unknown where it was something else before. */
export function hasEvidenceChanged(evidence: readonly Evidence[], before: Memory['evidence']): boolean {
  return evidence.some(({ id, truth, reason }) => {
    const was = before[id];
    const looked = reason !== 'not-yet-closed' && !ONLY_SHOWN.includes(id);
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
