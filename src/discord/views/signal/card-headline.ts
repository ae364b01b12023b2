import { decimal, newYorkTime, ratio, weekday } from '#discord/message/format.ts';
import { en } from '#discord/texts/en.ts';
import { measureOf } from './evidence-of.ts';
import { valueText } from './measure-text.ts';
import { cardAction } from './card-action.ts';
import { ticketText } from '#discord/views/hedge/ticket-text.ts';
import type { AlertContent } from '#domain/delivery/alert.ts';
import type { OrderTicket } from '#domain/hedge/step-order.ts';

type CardContent = Extract<AlertContent, { form: 'card' }>;

const texts = en.signal.action;

type Told = Pick<CardContent, 'decision' | 'order' | 'owed' | 'window'>;

/** What is to be done, verb first, such as `▲ Add hedge: vega multiplier 0.60 → 0.70`. */
export function cardHeadline(card: Told): string {
  const { decision, owed } = card;
  const { ratio: reading } = decision;
  const now = ratio(reading.now);
  switch (cardAction(card)) {
    case 'add':
      return texts.headlines.add(now, ratio(reading.next));
    case 'take-off':
      return texts.headlines.takeOff(now, ratio(reading.next));
    case 'stand-down':
      return texts.headlines.standDown(now, standDownText(decision));
    case 'owed':
      return texts.headlines.owed(ratio(owed?.asked ?? reading.now), filledText(owed?.filled));
    case 'nothing':
      return texts.headlines.nothing(now);
  }
}

function standDownText({ evidence, standDown }: CardContent['decision']): string {
  const vix = measureOf(evidence, 'lateGate', 'vixLevel');
  const [first = 'fomc'] = standDown;
  return texts.standDown[first](vix ? valueText(vix) : en.signal.card.unknown);
}

function filledText(filled: number | undefined): string {
  return filled === undefined ? en.hedge.orders.noHedge : decimal(filled, 2);
}

/** What a lock screen shows beside the headline: the first ticket, and when to trade. */
export function besideHeadline(card: Told): readonly string[] {
  const tickets = ticketsOf(card);
  const [first] = tickets;
  switch (cardAction(card)) {
    case 'add':
    case 'take-off':
    case 'owed':
      return [...(first ? [ticketText(first) + moreText(tickets.length - 1)] : []), ...windowText(card)];
    case 'stand-down':
    case 'nothing':
      return [];
  }
}

function moreText(more: number): string {
  return more > 0 ? ` ${en.hedge.orders.more(more)}` : '';
}

/** What is to be traded: of the order that opens, else of what is owed. */
function ticketsOf({ order, owed }: Told): readonly OrderTicket[] {
  return order?.kind === 'opens' ? (order.order.plans[0]?.tickets ?? []) : (owed?.tickets ?? []);
}

/** When to trade, such as `Wed 09:45–15:50 ET`; nothing where the exchange calendar ends. */
function windowText({ window }: Told): readonly string[] {
  return window
    ? [texts.window(weekday(window.session), newYorkTime(window.from), newYorkTime(window.until))]
    : [];
}
