import { newYork, stamp } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { watermarkText } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { cardAction } from './card-action.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';

type Told = Pick<Extract<AlertContent, { form: 'card' }>, 'decision' | 'owed'>;
type Frame = { readonly watermark?: string; readonly mark?: string };

const texts = en.signal.action;

/** When and of which run; that it is no advice: in full where something may be traded. */
export function cardFooter(card: Told, frame: Frame): readonly string[] {
  const { decision } = card;
  const action = cardAction(card);
  const isAdvised = action !== 'nothing' && action !== 'owed';
  const isConfirmed = decision.state === 'CAPITULATION' && action !== 'owed';
  return [
    `-# ${[...whenParts(decision.asOf, frame), ...(isAdvised ? [] : [texts.short])].join(' · ')}`,
    ...(isConfirmed ? [`-# ${texts.knownEffect}`] : []),
    ...(isAdvised ? [`-# ${en.signal.card.disclaimer}`] : []),
  ];
}

/** The watermark or, on live messages, the instant in the reader's own zone; New York's time; the mark. */
function whenParts(asOf: number, { watermark, mark }: Frame): readonly string[] {
  return [
    ...(watermark === undefined ? [] : [watermarkText(watermark)]),
    `${newYork(asOf)}${watermark === undefined ? ` (${stamp(asOf)})` : ''}`,
    ...(mark === undefined ? [] : [code(mark)]),
  ];
}
