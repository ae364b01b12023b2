import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { coverLines } from '#discord/views/hedge/cover-text.ts';
import { evidenceLine, findingText } from './evidence-text.ts';
import { footer } from './footer.ts';
import { gateLines } from './gate-text.ts';
import { belowHeadline, headline, progressLines } from './headline.ts';
import { contractLines, ratioLines } from './ratio-text.ts';
import type { CardContent } from './card-message.ts';
import type { Evidence } from '#domain/signal/evidence.ts';

/** Why a decision is what it is and what would change it: everything that its card leaves out. */
export function detailsView(card: CardContent, watermark?: string): View {
  const { decision } = card;
  return fit({
    accent: STATE_ACCENT[decision.state],
    parts: [
      text(en.signal.action.detailsTitle(decision.state), ...headline(decision).slice(1)),
      ...watermarkPart(watermark),
      collapsible(5, 'print', belowHeadline(decision)),
      ...bodyParts(card),
      collapsible(2, 'cover', coverOf(card)),
      ...contextParts(card),
      RULE,
      ...footer(decision, card.overview),
      collapsible(3, 'disclaimer', [`-# ${en.signal.action.longDisclaimer}`]),
    ],
  });
}

function coverOf({ exposureFault, standing }: CardContent): readonly string[] {
  const { cover } = en.hedge;
  return exposureFault ? [cover.fault(cover.faults[exposureFault])] : coverLines(standing?.cover ?? []);
}

/** From why to what not to do: what the details of a card and an answer to `/signal now` have in common. */
export function bodyParts({
  decision,
  exposure,
  overview,
  standing,
}: Pick<CardContent, 'decision' | 'exposure' | 'overview' | 'standing'>): readonly Part[] {
  const conditions = decision.evidence.filter(belongsUnderWhy);
  return [
    RULE,
    collapsible(4, 'evidence', [
      en.signal.card.why,
      ...conditions.map(evidenceLine),
      ...progressLines(decision),
    ]),
    RULE,
    collapsible(1, 'limits', ratioLines(decision)),
    collapsible(1, 'contracts', [
      ...contractLines(exposure, standing, decision.asOf),
      ...(decision.ratio.step === 0 ? [] : [en.hedge.standing.contracts]),
    ]),
    RULE,
    collapsible(2, 'gates', gateLines(decision, overview)),
  ];
}

/** The gates have a paragraph of their own, and what raises and blocks nothing is left out while nobody gives it. */
function belongsUnderWhy({ id, truth }: Evidence): boolean {
  return id !== 'term' && id !== 'lateGate' && !(id === 'smallCapVol' && truth === 'unknown');
}

/** One line; in the checklist it is only a number among those that ask for nothing. */
function contextParts({ checklist }: CardContent): readonly Part[] {
  const answer = checklist.answers.find(({ item }) => item === 'macro-context');
  return answer ? [collapsible(2, 'context', [`-# ${findingText(answer)}`])] : [];
}
