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
import type { HedgeNews } from '#domain/hedge/upkeep.ts';

const texts = en.hedge;

/** A roll that is due, a layer that is missing, or a budget that is used up. */
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

function linesOf(news: HedgeNews): readonly [string, ...string[]] {
  switch (news.about) {
    case 'roll':
      return [
        texts.roll,
        ...[news.roll, ...(news.others ?? [])].map(rollLines),
        ...(news.isIllustration ? [en.hedge.exposure.illustration] : []),
        texts.rollNext,
      ];
    case 'layer':
      return layerLines(news);
    case 'budget':
      return [
        texts.budgetTitle(`${decimal(news.reached * 100, 0)} %`),
        ...costLines(news.cost),
        news.reached >= 1 ? texts.budgetOver : texts.budgetNear,
      ];
  }
}

function layerLines({
  layers,
  isIllustration,
}: Extract<HedgeNews, { about: 'layer' }>): readonly [string, ...string[]] {
  const names = layers.map(({ layer }) => en.hedge.exposure.layers[layer]);
  return [
    texts.layersTitle(names.join(', ')),
    ...layers.flatMap((reading) =>
      'status' in reading && reading.status === 'act'
        ? [
            texts.layerLine(
              en.hedge.exposure.layers[reading.layer],
              decimal(reading.held, 0),
              decimal(reading.base, 0),
              texts.layerWords[reading.state],
            ),
          ]
        : [],
    ),
    ...(isIllustration ? [en.hedge.exposure.illustration] : []),
    texts.layerNext,
  ];
}
