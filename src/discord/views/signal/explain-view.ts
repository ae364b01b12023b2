import type { Evidence, EvidenceId, Measure } from '#domain/signal/evidence.ts';
import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { evidenceLines, whatWouldFlip } from './evidence-text.ts';
import { footer } from './footer.ts';
import { againstThreshold, measureName } from './measure-text.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { SignalReport } from '#services/signal/read-signal.ts';

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
    const needed = whatWouldFlip(evidence);
    return needed === undefined ? topics.flipsNothing : topics.flips(needed);
  }
  const nearest = evidence.measures.filter(holdsBound).toSorted(byMargin)[0];
  return nearest
    ? topics.flipsBack(`${measureName(nearest)} ${againstThreshold(nearest)}`)
    : topics.flipsNothing;
}

function holdsBound({ distance }: Measure): boolean {
  return distance !== undefined && distance <= 0;
}

/** The one with the least room first. */
function byMargin(first: Measure, second: Measure): number {
  return (second.distance ?? 0) - (first.distance ?? 0);
}
