import type { Progress, State } from '#domain/signal/decision.ts';
import type { Evidence, EvidenceId, Measure } from '#domain/signal/evidence.ts';
import { holds, leastProgress } from '#engine/evidence/measure.ts';

/** Any of these makes a lag more than a lag. */
const CONFIRMING: readonly EvidenceId[] = ['trend', 'breadth', 'rsi', 'macd'];

/** Measures that only accompany: they decide nothing and have no way to go. */
const hasBound = ({ threshold }: Measure): boolean => threshold !== undefined;

/**
 * How near the next state up is: what comes last on the way there, and how much of its way is gone.
 *
 * @returns `undefined` where nothing is above, or where it cannot be told
 */
export function progressToNext(state: State, evidence: readonly Evidence[]): Progress | undefined {
  const partOf = (id: EvidenceId): Progress | undefined => {
    const piece = evidence.find((candidate) => candidate.id === id);
    const fraction = piece && fractionOf(piece);
    return fraction === undefined ? undefined : { rule: id, fraction };
  };
  switch (state) {
    case 'CALM':
      return partOf('print');
    case 'ARMED':
      return partOf('lag');
    case 'WATCH':
      return least([partOf('lag'), most(CONFIRMING.map(partOf))]);
    case 'CONFIRM':
      return least([partOf('lag'), partOf('rsi'), partOf('macd')]);
    case 'CAPITULATION':
    case 'HOLD':
    case 'UNWIND':
      return undefined;
  }
}

/** How much of its way a piece of evidence has gone: a conjunction takes its least part. */
function fractionOf({ id, truth, measures }: Evidence): number | undefined {
  if (truth === 'true') {
    return 1;
  }
  const bounded = measures.filter(hasBound);
  if (id !== 'macd') {
    return leastProgress(bounded);
  }
  // A cross in time would do as well as the lowest histogram; without one, only the latter has a way to go.
  const crossed = bounded.some((measure) => measure.id === 'macdCrossAge' && holds(measure) === 'true');
  const alternatives = crossed ? ['macdCrossAge', 'macdLowest'] : ['macdCrossAge'];
  return leastProgress(bounded.filter((measure) => !alternatives.includes(measure.id)));
}

function least(parts: readonly (Progress | undefined)[]): Progress | undefined {
  const known = parts.filter((part) => part !== undefined);
  return known.length === parts.length
    ? known.reduce((least, part) => (part.fraction < least.fraction ? part : least))
    : undefined;
}

function most(parts: readonly (Progress | undefined)[]): Progress | undefined {
  return parts
    .filter((part) => part !== undefined)
    .reduce<Progress | undefined>(
      (furthest, part) => (furthest && furthest.fraction >= part.fraction ? furthest : part),
      undefined,
    );
}
