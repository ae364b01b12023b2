import { day, ratio } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { failingText } from './failing-text.ts';
import { evidenceOf, failingMeasures } from './evidence-of.ts';
import { boundText, valueText } from './measure-text.ts';
import { agreeingParts, eventName, partialParts, printPart, shortPrint } from './short-evidence.ts';
import { hedgeAction } from '#domain/signal/hedge-action.ts';
import type { Decision } from '#domain/signal/decision.ts';
import type { Evidence, EvidenceId } from '#domain/signal/evidence.ts';

const texts = en.signal.action;

/** What led to a decision, in one line: the print, what agrees with it, and every part that does not. */
export function whyText(decision: Decision): string {
  switch (hedgeAction(decision)) {
    case 'add':
      return [...agreeingParts(decision), ...strengthOf(decision)].join(' · ');
    case 'stand-down':
      return [...agreeingParts(decision), texts.rulesAsk(ratio(decision.ratio.target))].join(' · ');
    case 'take-off':
      return takeOffReason(decision);
    case 'nothing':
      return nothingReason(decision);
  }
}

function strengthOf({ evidence, ratio: reading }: Decision): readonly string[] {
  const breadth = evidenceOf(evidence, 'breadth')?.truth ?? 'unknown';
  return [texts.breadth[breadth], ...(reading.consensusFactor < 1 ? [texts.noConsensus] : [])];
}

function takeOffReason({ unwind: { branch, onCloses } }: Decision): string {
  const why = branch === undefined ? en.signal.card.unknown : en.signal.card[branch];
  return texts.downOn(why, onCloses.map(day).join(', '));
}

function nothingReason(decision: Decision): string {
  const { print, ratio: reading } = decision;
  switch (decision.state) {
    case 'CALM':
      return print ? shortPrint(print) : texts.noWeakPrint;
    case 'ARMED':
      return texts.but(printPart(decision).join(''), lagFailure(decision));
    case 'WATCH':
      return failing(decision, ['lag'], texts.noneConfirms);
    case 'CONFIRM':
      return failing(decision, ['lag', 'rsi', 'macd'], texts.lagKept);
    case 'CAPITULATION':
      return capitulationReason(decision);
    case 'HOLD':
      return texts.windowOver(ofEvent(decision), ratio(reading.now));
    case 'UNWIND':
      return texts.unwindAgain(ofEvent(decision));
  }
}

function ofEvent(decision: Decision): string {
  return eventName(decision) ?? en.signal.decision.noPrint;
}

/** What holds, and every part of these conditions that does not. */
function failing(decision: Decision, ids: readonly EvidenceId[], otherwise: string): string {
  const parts = failingText(decision.evidence, ids);
  return texts.but(partialParts(decision).join(' · '), parts === '' ? otherwise : parts);
}

/** Why nothing follows: a limit of the governor, or evidence that has gone while the state is kept. */
function capitulationReason(decision: Decision): string {
  const ids = ['lag', 'rsi', 'macd'] as const;
  if (ids.some((id) => evidenceOf(decision.evidence, id)?.truth !== 'true')) {
    return failing(decision, ids, texts.lagKept);
  }
  const limits = decision.ratio.limits.map((limit) => en.signal.decision.limits[limit]);
  return [...agreeingParts(decision), ...limits].join(' · ');
}

function lagFailure({ evidence }: Decision): string {
  const lag = evidenceOf(evidence, 'lag');
  if (!lag || lag.truth === 'unknown') {
    return texts.lagUnknown(reasonText(lag));
  }
  // The other part, where both fail, is what the next state waits for.
  const [first] = failingMeasures(lag);
  if (!first) {
    return texts.lagKept;
  }
  return first.id === 'lagZ'
    ? texts.noLag(valueText(first), boundText(first) ?? en.signal.card.unknown)
    : texts.notBelow(valueText(first));
}

function reasonText(piece: Evidence | undefined): string {
  return piece?.reason === undefined ? en.signal.card.unknown : en.market.unknown[piece.reason];
}
