import type { Evidence, Measure } from '#domain/signal/evidence.ts';
import type { UnknownReason } from '#domain/market/reading.ts';
import { measured } from './measure.ts';

/** A measure's bound, before there is a value. */
export type Bounded = Required<Pick<Measure, 'id' | 'unit' | 'wanted' | 'threshold'>>;

/** Evidence whose inputs cannot be relied upon: the bounds that it would be held against, and why it is not. */
export function unknownEvidence(
  id: Evidence['id'],
  reason: UnknownReason,
  bounds: readonly Bounded[],
): Evidence {
  const measures = bounds.map(({ id: measure, unit, ...bound }) =>
    measured({ id: measure, unit, value: undefined, reason }, bound),
  );
  return { id, truth: 'unknown', reason, measures };
}
