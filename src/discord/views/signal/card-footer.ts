import { newYork, stamp } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { watermarkText } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { hedgeAction } from '#domain/signal/hedge-action.ts';
import type { Decision } from '#domain/signal/decision.ts';

type Frame = { readonly watermark?: string; readonly mark?: string };

const texts = en.signal.action;

/** When and of which run; that it is no advice: in full where something may be traded. */
export function cardFooter(decision: Decision, frame: Frame): readonly string[] {
  const isAdvised = hedgeAction(decision) !== 'nothing';
  return [
    `-# ${[...whenParts(decision.asOf, frame), ...(isAdvised ? [] : [texts.short])].join(' · ')}`,
    ...(decision.state === 'CAPITULATION' ? [`-# ${texts.knownEffect}`] : []),
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
