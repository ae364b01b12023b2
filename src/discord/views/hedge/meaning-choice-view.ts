import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { ratio } from '#discord/message/format.ts';
import { type Part, RULE, type View, buttons, text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { accountLines } from './exposure-view.ts';
import { meaningText } from './hedge-plan-view.ts';
import { openingParts } from './opening-parts.ts';
import type { Settings } from '#domain/settings/settings.ts';
import type { MeaningChoice } from '#services/hedge/compare-meanings.ts';

const texts = en.hedge;

type Meaning = Settings['ratio.meaning'];

/** What a step would mean before and after `ratio.meaning` is switched, with a button that switches it. */
export function meaningChoiceView(choice: MeaningChoice, to: Meaning): View {
  const { present, step, account, watermark } = choice;
  if (present === to) {
    return fit({ accent: PLAIN_ACCENT, parts: [text(texts.meaningSame(present))] });
  }
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(texts.meaningTitle(present, to), ...accountLines(account)),
      ...watermarkPart(watermark),
      text(texts.meaningStep(ratio(step.from), ratio(step.to))),
      ...meaningParts(choice, present),
      ...meaningParts(choice, to),
      RULE,
      ...buttons([
        { label: texts.meaningConfirm(to), link: { command: 'thresholds', act: 'meaning', key: to } },
      ]),
      text(`-# ${texts.meaningAsk}`),
    ],
  });
}

function meaningParts({ planned, step, present, account }: MeaningChoice, meaning: Meaning): readonly Part[] {
  return [
    RULE,
    text(texts.meaningHead(meaning, meaning === present), `-# ${meaningText(meaning, step)}`),
    ...openingParts({ ...planned[meaning], cover: account.cover?.[0] }, 'recommended'),
  ];
}
