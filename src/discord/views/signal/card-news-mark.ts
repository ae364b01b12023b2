import type { CardMark } from '#discord/message/marked-card.ts';
import { decimal, newYorkDay, newYorkTime, ratio } from '#discord/message/format.ts';
import { quoted } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import type { CardNews, PostedMessage } from '#domain/delivery/card-news.ts';

const texts = en.hedge.fills;
const { superseded, newerCard, buttons } = en.signal.action;

/** Acts of the buttons that stay on a card that nothing is done on any more. */
const DETAILS = ['signal.details'];

/** What news of a card are written on it. */
export function cardNewsMark(news: CardNews): CardMark {
  switch (news.kind) {
    case 'superseded': {
      const newer = newerCard(addressOf(news.by));
      const when = `${newYorkDay(news.at)} ${newYorkTime(news.at)} ET`;
      return { line: superseded(newer, when), besideEarlier: newer, buttons: DETAILS };
    }
    case 'ticked':
      return { labels: { 'checklist.open': buttons.checklist(news.done, news.all) } };
    case 'skipped':
      return { line: texts.markSkipped(quoted(news.by), newYorkTime(news.at)), buttons: DETAILS };
    case 'filled': {
      const { at, by, filled, isDone } = news;
      const reached = filled === undefined ? en.hedge.orders.noHedge : decimal(filled, 2);
      return isDone
        ? { line: texts.markDone(reached, quoted(by), newYorkTime(at)), buttons: DETAILS }
        : { line: texts.markFilled(reached, ratio(news.asked), quoted(by), newYorkTime(at)) };
    }
  }
}

function addressOf({ server, channel, messageId }: PostedMessage): string {
  return `https://discord.com/channels/${server}/${channel}/${messageId}`;
}
