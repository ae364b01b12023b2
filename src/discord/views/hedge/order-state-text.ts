import { newYorkDay } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import type { StepOrder } from '#domain/hedge/step-order.ts';

const texts = en.hedge.fills;

/** Until when an order is open, or how it ended. */
export function orderStateText({ end, validUntil }: Pick<StepOrder, 'end' | 'validUntil'>): string {
  if (!end) {
    return texts.open(newYorkDay(validUntil));
  }
  return end.how === 'cancelled'
    ? `${texts.ends.cancelled}: ${texts.cancelled[end.why]}`
    : texts.ends[end.how];
}
