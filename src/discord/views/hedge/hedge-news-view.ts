import { PLAIN_ACCENT, TROUBLE_ACCENT } from '#discord/message/accents.ts';
import { type ClassicMessage, classicMessage } from '#discord/message/classic-message.ts';
import { decimal, newYork, stamp } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import { text, watermarkPart } from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { rollLines } from './exposure-text.ts';
import { costLines } from './hedge-cost-view.ts';
import type { CardFrame } from '#discord/views/signal/card-message.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';

const texts = en.hedge;

/** A roll that is due, or a budget that is used up. */
export function hedgeNewsView(
  { news, asOf }: Extract<AlertContent, { form: 'hedge' }>,
  { mark, watermark }: Pick<CardFrame, 'watermark' | 'mark'>,
): ClassicMessage {
  const isOver = news.about === 'budget' && news.reached >= 1;
  const marked = mark === undefined ? '' : ` ${code(mark)}`;
  const [headline, ...lines] = linesOf(news);
  return classicMessage({
    headline,
    accent: isOver ? TROUBLE_ACCENT : PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      text(...lines),
      text(
        `-# ${en.hedge.exposure.asOf(newYork(asOf), stamp(asOf))}${marked}`,
        `-# ${en.signal.card.disclaimer}`,
      ),
    ],
  });
}

function linesOf(news: Extract<AlertContent, { form: 'hedge' }>['news']): readonly [string, ...string[]] {
  switch (news.about) {
    case 'roll':
      return [
        texts.roll,
        rollLines(news.roll),
        ...(news.isIllustration ? [en.hedge.exposure.illustration] : []),
        texts.rollNext,
      ];
    case 'budget':
      return [
        texts.budgetTitle(`${decimal(news.reached * 100, 0)} %`),
        ...costLines(news.cost),
        news.reached >= 1 ? texts.budgetOver : texts.budgetNear,
      ];
  }
}
