import { boundTruth } from '#domain/signal/bound-truth.ts';
import type { Evidence, EvidenceId, Measure, MeasureId } from '#domain/signal/evidence.ts';

/** One condition of a decision; `undefined` where it was not judged. */
export function evidenceOf(evidence: readonly Evidence[], id: EvidenceId): Evidence | undefined {
  return evidence.find((piece) => piece.id === id);
}

/** One number behind a condition; `undefined` where it was not measured. */
export function measureOf(
  evidence: readonly Evidence[],
  id: EvidenceId,
  measure: MeasureId,
): Measure | undefined {
  return evidenceOf(evidence, id)?.measures.find((each) => each.id === measure);
}

/** The parts of a condition that have a bound and do not meet it. */
export function failingMeasures({ measures }: Evidence): readonly Measure[] {
  return measures.filter((measure) => boundTruth(measure) === 'false');
}
