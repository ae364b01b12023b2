import type { Evidence, Measure, Truth } from '#domain/signal/evidence.ts';
import { roundOff } from '#engine/statistics/round-off.ts';
import { truthOf } from './truth.ts';
import type { UnknownReason } from '#domain/market/reading.ts';

type Facts = Pick<Measure, 'id' | 'unit'> & {
  readonly value: number | undefined;
  readonly reason?: Measure['reason'];
  readonly provenance?: Measure['provenance'] | undefined;
};

type Bound = {
  readonly wanted: NonNullable<Measure['wanted']>;
  readonly threshold: number;
  /**
   * How near is near: `score` for values that are standardised, where the share of the threshold tells, else what
   * the value usually varies by. Absent where no way can be told.
   */
  readonly near?: 'score' | number | undefined;
};

/** A number that is only shown. */
export function shown({ value, reason, provenance, ...facts }: Facts): Measure {
  return {
    ...facts,
    ...(value === undefined ? { reason: reason ?? 'too-little-history' } : { value: roundOff(value) }),
    ...(provenance && { provenance }),
  };
}

/** A number beside the bound that it is held against. */
export function measured(facts: Facts, { wanted, threshold, near }: Bound): Measure {
  const measure = shown(facts);
  const { value } = measure;
  if (value === undefined) {
    return { ...measure, wanted, threshold };
  }
  const below = wanted === '<=' || wanted === '<';
  const distance = roundOff(below ? value - threshold : threshold - value);
  const complete: Measure = { ...measure, wanted, threshold, distance };
  const progress = holds(complete) === 'true' ? 1 : progressOf({ value, threshold, distance }, near);
  return { ...complete, ...(progress !== undefined && { progress: roundOff(progress) }) };
}

/** Whether a measure speaks for its evidence. */
export function holds({ value, wanted, threshold }: Measure): Truth {
  if (value === undefined || wanted === undefined || threshold === undefined) {
    return 'unknown';
  }
  const beyond = roundOff(value - threshold);
  const [low, high] = [beyond < 0, beyond > 0];
  const verdicts = { '<=': !high, '<': low, '>=': !low, '>': high };
  return truthOf(verdicts[wanted]);
}

/** The least part of the way that any of several measures has gone; `undefined` if one cannot tell. */
export function leastProgress(measures: readonly Measure[]): number | undefined {
  const parts = measures.map(({ progress }) => progress);
  return parts.length > 0 && !parts.includes(undefined)
    ? Math.min(...parts.filter((part) => part !== undefined))
    : undefined;
}

type Distanced = { readonly value: number; readonly threshold: number; readonly distance: number };

function progressOf({ value, threshold, distance }: Distanced, near: Bound['near']): number | undefined {
  if (near === 'score') {
    return threshold === 0 ? 0 : Math.min(1, Math.max(0, value / threshold));
  }
  return near === undefined || !(near > 0) ? undefined : Math.max(0, 1 - Math.abs(distance) / near);
}

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
