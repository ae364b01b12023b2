import type { UndoAnswer, UndoRefusal } from '#domain/book/undo-answer.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';
import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { code } from '#discord/message/quoted.ts';
import { type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { standLines } from '#discord/views/hedge/fill-answer-view.ts';
import { firstLines, signedEvent } from './lot-event-text.ts';

const texts = en.book.undo;

/** What was taken back of a book and where it stands now, or why its last change stays. */
export function undoAnswerView(answer: UndoAnswer): View {
  if (answer.kind === 'refused') {
    return fit({ accent: TROUBLE_ACCENT, parts: [text(refusalText(answer.refusal))] });
  }
  const { events, fills, order, report, today, watermark } = answer;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(events.length + fills.length === 0 ? texts.before : texts.title),
      ...(events.length === 0
        ? []
        : [collapsible(1, 'changes', firstLines(events.map((event) => signedEvent(event, today))))]),
      ...(order && fills.length > 0 ? [text(texts.fills(fills.length, orderNumber(order.id)))] : []),
      ...(report ? [text(...standLines(report))] : []),
    ],
  });
}

function refusalText(refusal: UndoRefusal): string {
  const { refusals } = texts;
  switch (refusal.kind) {
    case 'nothing':
    case 'needs-approval':
      return refusals[refusal.kind];
    case 'settled':
      return refusals.settled(code(refusal.lot));
    case 'order-followed':
      return refusals['order-followed'](orderNumber(refusal.order), orderNumber(refusal.successor));
  }
}
