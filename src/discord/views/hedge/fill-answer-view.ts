import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { type Part, type View, buttons, collapsible, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { fillFaultText, fillQuestionText, ticketFaultText } from './fill-fault-text.ts';
import { postedTicket } from './posted-ticket.ts';
import { ticketBlock } from './ticket-text.ts';
import type { FillAnswer, FillRequest } from '#domain/hedge/order-answer.ts';
import type { OrderReport } from '#domain/hedge/order-report.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';

const texts = en.hedge.fills;

type Asked = Extract<FillAnswer, { kind: 'asked' }>;

/** What came of a fill; what is asked once has a button for yes and one to correct it. */
export function fillAnswerView(
  answer: FillAnswer,
  request: Pick<FillRequest, 'interaction' | 'tradedOn'>,
): View {
  switch (answer.kind) {
    case 'recorded':
      return plain(
        texts.recorded(orderNumber(answer.order.id)),
        ...(answer.isRepeated ? [texts.again] : []),
        ...standLines(answer.report),
      );
    case 'asked':
      return fit({ accent: PLAIN_ACCENT, parts: askedParts(answer, request) });
    case 'unreadable':
      return refusal(texts.unreadable, answer.faults.map(ticketFaultText), texts.such);
    case 'refused':
      return refusal(texts.refused, answer.faults.map(fillFaultText));
    case 'proposed':
      return plain(texts.proposed(code(answer.proposal.id)), texts.proposedNext);
  }
}

function plain(...lines: readonly string[]): View {
  return fit({ accent: PLAIN_ACCENT, parts: [text(...lines)] });
}

function refusal(title: string, lines: readonly string[], ...more: readonly string[]): View {
  return fit({
    accent: TROUBLE_ACCENT,
    parts: [text(title), collapsible(1, 'lines', lines), text(...more, texts.nothingWritten)],
  });
}

/** The tickets stand in a box that the buttons read them from: a button's own id is too short for them. */
function askedParts(
  { order, questions, tickets }: Asked,
  { interaction, tradedOn }: Pick<FillRequest, 'interaction' | 'tradedOn'>,
): readonly Part[] {
  const key = [order.id, tradedOn ?? '', interaction].join('|');
  return [
    text(texts.asked),
    collapsible(
      1,
      'questions',
      questions.map((question) => `- ${fillQuestionText(question)}`),
    ),
    text(`\`\`\`\n${tickets.map(postedTicket).join('\n')}\n\`\`\``, texts.nothingWritten),
    ...buttons([
      { label: texts.buttons.yes, isPrimary: true, link: { command: 'hedge', act: 'confirm', key } },
      { label: texts.buttons.correct, link: { command: 'hedge', act: 'correct', key } },
    ]),
  ];
}

/** Where the book stands beside what is asked, and what is left to trade. */
export function standLines({ asked: multiplier, filled, over, owed }: OrderReport): readonly string[] {
  const stands = texts.stands(
    ratio(multiplier),
    filled === undefined ? en.hedge.orders.noHedge : decimal(filled, 2),
  );
  return [
    [stands, ...(over === undefined ? [] : [texts.over(decimal(over, 2))])].join(' · '),
    ...(owed ? [texts.owed, ...ticketBlock(owed.tickets)] : [texts.done]),
  ];
}
