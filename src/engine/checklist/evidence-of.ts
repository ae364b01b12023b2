import type { Decision } from '#domain/signal/decision.ts';
import type { Evidence, EvidenceId } from '#domain/signal/evidence.ts';

/** A decision's piece of evidence; unknown where the decision has none of that kind. */
export function evidenceOf({ evidence }: Pick<Decision, 'evidence'>, id: EvidenceId): Evidence {
  return (
    evidence.find((piece) => piece.id === id) ?? {
      id,
      truth: 'unknown',
      reason: 'not-supplied',
      measures: [],
    }
  );
}
