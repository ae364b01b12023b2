import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { en } from '#discord/texts/en.ts';
import { RULE, collapsible, text, type View } from '#discord/message/view.ts';
import { evidenceLines } from './evidence-text.ts';
import { footer } from './footer.ts';
import { gateLines } from './gate-text.ts';
import { belowHeadline, headline, progressLines } from './headline.ts';
import { ratioLines } from './ratio-text.ts';
import { watermarkPart } from '#discord/message/watermark.ts';
import type { DecisionReport } from '#services/signal/explain-decision.ts';

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
