import { boundTruth } from '#domain/signal/bound-truth.ts';
import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { bodyParts } from './details-view.ts';
import { evidenceLines } from './evidence-text.ts';
import { failingParts } from './failing-text.ts';
import { footer } from './footer.ts';
import { gateLines } from './gate-text.ts';
import { belowHeadline, headline, progressLines } from './headline.ts';
import { againstThreshold, measureName } from './measure-text.ts';
import { ratioLines } from './ratio-text.ts';
import type { Evidence, EvidenceId, Measure } from '#domain/signal/evidence.ts';
import type { DecisionReport } from '#services/signal/explain-decision.ts';
import type { SignalReport } from '#services/signal/read-signal.ts';

/** The signal as it stands this moment, beside the last one that was stored. */
export function signalView(reading: SignalReport): View {
  const { decision, overview, last, watermark } = reading;
  const { card } = en.signal;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(...headline(decision)),
      ...watermarkPart(watermark),
      collapsible(5, 'print', belowHeadline(decision)),
      ...bodyParts(reading),
      RULE,
      text(`-# ${last ? card.last(code(last.id), last.state, ratio(last.ratio.next)) : card.noLast}`),
      ...footer(decision, overview),
    ],
  });
}

/** Everything behind a stored decision: each value with its threshold and source, and the proof that it holds. */
export function whyView({ recorded, overview, replay, watermark }: DecisionReport): View {
  const { decision } = recorded;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(...headline(decision)),
      ...watermarkPart(watermark),
      collapsible(2, 'print', belowHeadline(decision)),
      RULE,
      ...decision.evidence.map((evidence) => collapsible(4, 'evidence', evidenceLines(evidence))),
      collapsible(1, 'distance', progressLines(decision)),
      RULE,
      collapsible(1, 'limits', ratioLines(decision)),
      collapsible(3, 'gates', gateLines(decision, overview)),
      RULE,
      text(replay === 'same' ? en.signal.card.replaySame : en.signal.card.replayDifferent),
      ...footer(decision, overview),
    ],
  });
}

/** One condition: what it means, how it stands, where its numbers come from and what would flip it. */
export function explainView({ decision, overview, watermark }: SignalReport, id: EvidenceId): View {
  const topics = en.signal.explanation;
  const { market } = en;
  const evidence = decision.evidence.find((piece) => piece.id === id);
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(`## ${market.evidence[id]}`, topics.definitions[id]),
      ...watermarkPart(watermark),
      RULE,
      ...(evidence ? [collapsible(1, 'numbers', evidenceLines(evidence)), text(...verdict(evidence))] : []),
      RULE,
      ...footer(decision, overview),
    ],
  });
}

function verdict(evidence: Evidence): readonly string[] {
  return [`**${en.signal.explanation.holds(evidence.truth)}**`, flipText(evidence)];
}

function flipText(evidence: Evidence): string {
  const topics = en.signal.explanation;
  if (evidence.truth === 'unknown') {
    return topics.flipsUnknown;
  }
  if (evidence.truth === 'false') {
    const needed = failingParts(evidence);
    return needed === '' ? topics.flipsNothing : topics.flips(needed);
  }
  const nearest = evidence.measures.filter(holdsBound).toSorted(byMargin)[0];
  return nearest
    ? topics.flipsBack(`${measureName(nearest)} ${againstThreshold(nearest)}`)
    : topics.flipsNothing;
}

function holdsBound(measure: Measure): boolean {
  return boundTruth(measure) === 'true';
}

/** The one with the least room first. */
function byMargin(first: Measure, second: Measure): number {
  return (second.distance ?? 0) - (first.distance ?? 0);
}
