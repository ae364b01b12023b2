import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { decimal } from '#discord/message/format.ts';
import { type View, collapsible, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import type { MonetiseAnswer } from '#services/hedge/show-monetise.ts';
import { bookFooter } from './exposure-text.ts';
import { monetiseLines } from './monetise-lines.ts';

const texts = en.hedge;

/** Whether profits may be taken, with what a tranche brings; else why not, with the numbers. */
export function monetiseView(answer: MonetiseAnswer): View {
  const { report, asOf } = answer;
  const lines =
    report.triggers.length > 0
      ? [...monetiseLines(report), texts.monetiseNoOrder]
      : [texts.monetiseNothing(whyNothing(answer)), ...numbers(answer)];
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.monetiseHeading),
      ...watermarkPart(answer.watermark),
      ...(answer.isIllustration ? [text(en.hedge.exposure.illustration)] : []),
      collapsible(1, 'tranches', lines),
      text(...bookFooter(asOf, [])),
    ],
  });
}

function whyNothing({ isHeld, rules, report }: MonetiseAnswer): string {
  if (!isHeld) {
    return texts.monetiseWhyNot['no-lots'];
  }
  return texts.monetiseWhyNot[rules['monetise.enabled'] ? (report.block ?? 'calm') : 'off'];
}

function numbers({ report: { vix, score, mean }, rules }: MonetiseAnswer): readonly string[] {
  const [, gate] = rules['vix.gates'];
  return [
    vix === undefined || mean === undefined
      ? texts.monetiseUnknown
      : texts.monetiseNow(
          decimal(vix, 2),
          score === undefined ? texts.notAvailable : decimal(score, 1),
          decimal(mean, 2),
        ),
    texts.monetiseRule(
      decimal(gate, 0),
      decimal(rules['monetise.sd'], 1),
      decimal(rules['monetise.multiple'], 1),
    ),
  ];
}
