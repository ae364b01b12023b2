import { describe, expect, it } from 'vitest';
import { markedCard } from '#discord/message/marked-card.ts';
import { cardMessage } from '#discord/views/signal/card-message.ts';
import { cardNewsMark } from '#discord/views/signal/card-news-mark.ts';
import type { CardNews } from '#domain/delivery/card-news.ts';
import { FULL_CARD } from '#test/support/discord/sample-card.ts';
import { A_DRAFT } from '#test/support/discord/sample-order.ts';
import { CLOSE_OF_2014_09_23 } from '#test/support/engine/decision.ts';

const CARD = cardMessage({ ...FULL_CARD, order: { kind: 'opens', order: A_DRAFT } }, {});
const NEWER: CardNews = {
  kind: 'superseded',
  by: { server: '1', channel: '2', messageId: '3' },
  at: CLOSE_OF_2014_09_23,
};
const DONE: CardNews = {
  kind: 'filled',
  asked: 0.7,
  filled: 0.68,
  isDone: true,
  by: 'Mara',
  at: CLOSE_OF_2014_09_23,
};

/** First line and button labels of the card after these news. */
function after(...news: readonly CardNews[]) {
  const card = news.reduce<Pick<typeof CARD, 'embeds' | 'components'>>(
    (before, each) => markedCard(before, cardNewsMark(each)) ?? before,
    CARD,
  );
  return {
    line: card.embeds[0].description?.split('\n')[0],
    labels: card.components.flatMap(({ components }) => components.map((each) => Reflect.get(each, 'label'))),
  };
}

describe('cardNewsMark', () => {
  it('of a superseded card names the newer one, and leaves its details alone', () => {
    expect(after(NEWER)).toEqual({
      line: '-# ⚑ superseded by [newer card](https://discord.com/channels/1/2/3), Tue 23 Sep 16:15 ET',
      labels: ['Details'],
    });
  });

  it('keeps what was done on it', () => {
    expect(after(DONE, NEWER).line).toBe(
      '-# ⚑ Done: filled 0.68 by Mara, 16:15 ET · [newer card](https://discord.com/channels/1/2/3)',
    );
  });

  it('of a part keeps the buttons, of the whole only the details', () => {
    expect(after({ ...DONE, filled: 0.64, isDone: false })).toEqual({
      line: '-# ⚑ filled 0.64 of 0.70 by Mara, 16:15 ET',
      labels: ['Record fill', 'Plan', 'Details', 'Checklist 1/6'],
    });
    expect(after(DONE).labels).toEqual(['Details']);
  });

  it('of ticks changes the count and nothing else', () => {
    const { line, labels } = after({ kind: 'ticked', done: 3, all: 14 });
    expect(line).toBe(CARD.embeds[0].description?.split('\n')[0]);
    expect(labels).toEqual(['Record fill', 'Plan', 'Details', 'Checklist 3/14']);
  });
});
