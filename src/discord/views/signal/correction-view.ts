import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { day, decimal, newYork, ratio, signed } from '#discord/message/format.ts';
import { RULE, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { CardFrame } from './card-message.ts';
import { nameOf } from './footer.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { Correction, DecisionChange, InputChange } from '#domain/signal/correction.ts';

/** What an earlier evaluation would be with what is known now, and whether its conclusion would be another. */
export function correctionView(
  { correction }: Extract<AlertContent, { form: 'correction' }>,
  frame: Pick<CardFrame, 'watermark' | 'mark'>,
): ClassicMessage {
  const texts = en.signal.correction;
  const { card } = en.signal;
  const { decidedAt, decisionId, isConclusion, changes } = correction;
  return classicMessage({
    headline: texts.title(newYork(decidedAt)),
    accent: isConclusion ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      text(isConclusion ? texts.conclusion : texts.noConclusion),
      ...watermarkPart(frame.watermark),
      RULE,
      collapsible(1, 'changes', [texts.changed, ...changes.map(changeLine)]),
      collapsible(2, 'data', [texts.inputs, ...inputLines(correction)]),
      RULE,
      text(`-# ${nameOf(decisionId, frame.mark)}`, `-# ${card.disclaimer}`),
    ],
  });
}

function changeLine(change: DecisionChange): string {
  const texts = en.signal.correction;
  const { market } = en;
  switch (change.of) {
    case 'rank':
      return texts.rank(change.was, change.is);
    case 'target':
      return texts.target(ratio(change.was), ratio(change.is));
    case 'step':
      return texts.step(signed(change.was, 2), signed(change.is, 2));
    case 'evidence':
      return texts.evidence(market.evidence[change.id], change.was, change.is);
    case 'print':
      return texts.print(className(change.was), className(change.is));
    case 'degraded':
      return texts.degraded(decimal(change.was, 0), decimal(change.is, 0));
  }
}

function className(name: Extract<DecisionChange, { of: 'print' }>['was']): string {
  return name === 'unclassified' ? en.signal.correction.unclassified : en.releases.classes[name];
}

function inputLines({ inputs }: Correction): readonly string[] {
  return inputs.length === 0 ? [en.signal.correction.hiddenInput] : inputs.map(inputLine);
}

function inputLine({ series, session, was, is }: InputChange): string {
  const written = (value: number | undefined): string =>
    value === undefined ? en.signal.correction.absent : decimal(value, 2);
  return en.signal.correction.input(series, day(session), written(was), written(is));
}
