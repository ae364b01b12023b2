import { boundTruth } from '#domain/signal/bound-truth.ts';
import { en } from '#discord/texts/en.ts';
import { boundText, valueText } from './measure-text.ts';
import { evidenceOf, failingMeasures } from './evidence-of.ts';
import type { Evidence, EvidenceId, Measure } from '#domain/signal/evidence.ts';

const texts = en.signal.action;

/** Either of these would do: a cross in time, or the lowest histogram of twenty. */
const ALTERNATIVES: readonly Measure['id'][] = ['macdCrossAge', 'macdLowest'];

/**
 * Every part of these conditions that does not hold, with what it needs, such as
 * `RSI of RUT 42.9, needs 35.0 or lower`; empty where all hold.
 */
export function failingText(evidence: readonly Evidence[], ids: readonly EvidenceId[]): string {
  return ids
    .flatMap((id) => evidenceOf(evidence, id) ?? [])
    .filter(({ truth }) => truth !== 'true')
    .map(failingParts)
    .join('; ');
}

/** The parts of one condition that do not hold; why it is not known, where it is not. */
export function failingParts(piece: Evidence): string {
  if (piece.truth === 'unknown') {
    return texts.unknown(
      en.market.evidence[piece.id],
      piece.reason === undefined ? en.signal.card.unknown : en.market.unknown[piece.reason],
    );
  }
  const failing = failingMeasures(piece);
  const holdsOne = piece.measures.some(
    (measure) => ALTERNATIVES.includes(measure.id) && boundTruth(measure) === 'true',
  );
  const either = holdsOne ? [] : failing.filter(({ id }) => ALTERNATIVES.includes(id));
  const each = failing.filter(({ id }) => !ALTERNATIVES.includes(id));
  return [...each.map(needText), ...(either.length === 0 ? [] : [either.map(needText).join(texts.or)])].join(
    texts.and,
  );
}

function needText(measure: Measure): string {
  const bound = boundText(measure) ?? en.signal.card.unknown;
  if (measure.id === 'macdCrossAge') {
    return texts.crossAge(valueText(measure), bound);
  }
  if (measure.id === 'macdLowest') {
    return texts.aboveLow(valueText(measure));
  }
  return texts.needs(
    texts.measures[measure.id] ?? en.market.measures[measure.id],
    valueText(measure),
    {
      '<=': texts.atMost(bound),
      '<': texts.below(bound),
      '>=': texts.atLeast(bound),
      '>': texts.above(bound),
    }[measure.wanted ?? '<='],
  );
}
