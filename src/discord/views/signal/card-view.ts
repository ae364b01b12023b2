import { STATE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { type Part, RULE, type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { checklistParts } from '#discord/views/checklist/checklist-views.ts';
import { evidenceLine, findingText } from './evidence-text.ts';
import { footer } from './footer.ts';
import { gateLines } from './gate-text.ts';
import { belowHeadline, headline, progressLines } from './headline.ts';
import { contractLines, ratioLines } from './ratio-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Evidence } from '#domain/signal/evidence.ts';

export type CardContent = Extract<AlertContent, { form: 'card' }>;

/** What is on a card beside its content. */
export type CardFrame = {
  readonly watermark?: string;
  /** Role to mention, in Discord's form. */
  readonly mention?: string;
  /** What the message is found again by. */
  readonly mark?: string;
  /** Without buttons: its checklist does not outlive its replay. */
  readonly isEphemeral?: true;
  /** What the chart shows, in words; absent without a chart. */
  readonly picture?: string;
};

/**
 * The card of a decision, in the order in which it is read: what, why, how far, with what, what not to do, what to
 * check, from when.
 */
export function cardView(card: CardContent, frame: CardFrame): View {
  const { decision } = card;
  return fit({
    accent: STATE_ACCENT[decision.state],
    ...(frame.mention !== undefined && { above: frame.mention }),
    parts: [
      text(...headline(decision)),
      ...watermarkPart(frame.watermark),
      collapsible(5, 'print', belowHeadline(decision)),
      ...bodyParts(card),
      ...pictureParts(frame.picture),
      ...checklistParts(card.checklist, frame),
      ...contextParts(card),
      RULE,
      ...footer(decision, card.overview, frame.mark),
    ],
  });
}

/** From why to what not to do: what a card and an answer to `/signal now` have in common. */
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
    collapsible(1, 'contracts', contractLines(exposure, standing, decision.asOf)),
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

function pictureParts(picture: string | undefined): readonly Part[] {
  return picture === undefined
    ? []
    : [{ kind: 'picture', shows: picture === '' ? en.signal.card.picture : picture }];
}
