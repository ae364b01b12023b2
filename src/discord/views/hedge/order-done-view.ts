import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal, ratio } from '#discord/message/format.ts';
import { type View, text } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { standLines } from './fill-answer-view.ts';
import { orderStateText } from './order-state-text.ts';
import type { OrderRefusal, ReopenAnswer, SkipAnswer } from '#domain/hedge/order-answer.ts';
import { orderNumber } from '#domain/hedge/order-id.ts';

const texts = en.hedge.fills;

/** What came of skipping or reopening an order. */
export function orderDoneView(answer: SkipAnswer | ReopenAnswer): View {
  switch (answer.kind) {
    case 'skipped':
      return fit({
        accent: PLAIN_ACCENT,
        parts: [
          text(texts.skipped(orderNumber(answer.order.id), ratio(answer.report.asked)), texts.skippedNext),
        ],
      });
    case 'reopened':
      return fit({
        accent: PLAIN_ACCENT,
        parts: [text(texts.reopened(orderNumber(answer.order.id)), ...standLines(answer.report))],
      });
    default:
      return fit({ accent: TROUBLE_ACCENT, parts: [text(refusalText(answer))] });
  }
}

function refusalText(refusal: OrderRefusal): string {
  const { refusals } = texts;
  switch (refusal.kind) {
    case 'unknown-order':
    case 'no-reason':
      return refusals[refusal.kind](refusal.order);
    case 'ended':
      return refusals.ended(orderNumber(refusal.order.id), orderStateText(refusal.order));
    case 'not-lapsed':
      return refusals['not-lapsed'](orderNumber(refusal.order.id));
    case 'late-gate':
      return refusals['late-gate'](
        orderNumber(refusal.order.id),
        refusal.vix === undefined ? '' : texts.vix(decimal(refusal.vix, 2)),
      );
  }
}
