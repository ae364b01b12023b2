import { STATE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { type ButtonText, type Part, buttons, collapsible, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { cardLines, stateLine } from './card-lines.ts';
import { besideHeadline, cardHeadline } from './card-headline.ts';
import { handLine } from '#discord/views/hedge/exposure-text.ts';
import { checklistButton, detailsButton, fillButton, planButton, profitsButton } from './card-button.ts';
import { cardFooter } from './card-footer.ts';
import { cardAction } from './card-action.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';

export type CardContent = Extract<AlertContent, { form: 'card' }>;

/** What is on a card beside its content. */
export type CardFrame = {
  readonly watermark?: string;
  /** Role to mention, in Discord's form. */
  readonly mention?: string;
  /** What the message is found again by. */
  readonly mark?: string;
  /** Without buttons: what they lead to does not outlive its replay. */
  readonly isEphemeral?: true;
  /** What the chart shows, in words; absent without a chart. */
  readonly picture?: string;
};

/** The card of a decision: what to do, when, why and what comes next; the rest stands behind its buttons. */
export function cardMessage(card: CardContent, frame: CardFrame): ClassicMessage {
  const { decision } = card;
  return classicMessage({
    accent: STATE_ACCENT[decision.state],
    ...(frame.mention !== undefined && { mention: frame.mention }),
    headline: cardHeadline(card),
    besideHeadline: besideHeadline(card),
    parts: [
      text(`-# ${stateLine(card)}`, ...handLine(decision.memory.programme)),
      collapsible(1, 'why', cardLines(card)),
      ...pictureParts(frame.picture),
      text(...cardFooter(card, frame)),
      ...(frame.isEphemeral ? [] : buttons(cardButtons(card))),
    ],
  });
}

/** At most four, the same for everybody. */
function cardButtons(card: CardContent): readonly ButtonText[] {
  const { decision, checklist } = card;
  const order = orderKey(card);
  const { answers, ticks } = checklist;
  const done = answers.filter(({ item }) => ticks.some((tick) => tick.item === item)).length;
  return [
    ...(order === undefined ? [] : [fillButton(order), planButton(order)]),
    ...(order === undefined && isLateWithHedge(card) ? [profitsButton(decision.id)] : []),
    detailsButton(decision.id),
    ...(answers.length === 0 || cardAction(card) === 'owed'
      ? []
      : [checklistButton(decision.id, done, answers.length)]),
  ];
}

/** New hedge would come late, and there is one that may have paid. */
function isLateWithHedge(card: CardContent): boolean {
  const isLate = card.decision.standDown.some((reason) => reason !== 'fomc');
  return cardAction(card) === 'stand-down' && isLate && (card.standing?.rows ?? []).length > 0;
}

/** An order has no id before its card has settled as sent: until then its decision names it. */
function orderKey({ decision, order, owed }: CardContent): string | undefined {
  return order?.kind === 'opens' ? decision.id : owed?.order.id;
}

function pictureParts(picture: string | undefined): readonly Part[] {
  return picture === undefined
    ? []
    : [{ kind: 'picture', shows: picture === '' ? en.signal.card.picture : picture }];
}
