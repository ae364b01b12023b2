import type { LotEnd, LotEvent } from '#domain/book/book-record.ts';
import type { LotChange } from '#domain/book/lot-draft.ts';
import type { Session } from '#domain/market/session.ts';
import { newYork, stamp } from '#discord/message/format.ts';
import { code, named } from '#discord/message/quoted.ts';
import { en } from '#discord/texts/en.ts';
import { countText, lotDifferences, lotFacts, pointsText } from './lot-text.ts';

const { events } = en.book.views;
const { changes } = en.book.proposals;

/** What happened to a lot, in one sentence. */
export function eventText(event: LotEvent, today: Session): string {
  const { before, after, end } = event;
  const id = code(event.id);
  if (end) {
    return endText(event, end, before ? lotFacts(before, today) : '');
  }
  if (event.kind === 'restored' && after) {
    return events.restored(id, lotFacts(after, today));
  }
  return before && after
    ? events.edited(id, lotDifferences(before, after))
    : events.added(id, after ? lotFacts(after, today) : '');
}

function endText({ id: lot, splitFrom }: LotEvent, end: LotEnd, facts: string): string {
  const id = code(lot);
  switch (end.how) {
    case 'removed':
      return events.removed(id, facts);
    case 'closed': {
      const name = splitFrom === undefined ? id : events.split(id, code(splitFrom));
      return events.closed(name, end.on, priceText(end.price), facts);
    }
    case 'expired':
      return events.expired(id, newYork(end.at), facts);
  }
}

/** The same with who did it and when below it. */
export function signedEvent(event: LotEvent, today: Session): string {
  const { by, approvedBy, at } = event;
  const signature = [
    en.book.views.signed(named('person', by), stamp(at, 'R')),
    approvedBy === undefined ? '' : en.book.views.approvedBy(named('person', approvedBy)),
  ];
  return `${eventText(event, today)}\n-# ${signature.join('')}`;
}

/** What is to become of a book, in one line. */
export function changeText(change: LotChange, today: Session): string {
  switch (change.kind) {
    case 'add':
      return changes.add(lotFacts(change.lot, today));
    case 'edit':
      return changes.edit(code(change.id), lotDifferences(change.was, change.lot));
    case 'remove':
      return changes.remove(code(change.id), lotFacts(change.was, today));
    case 'close': {
      const { quantity, was, on, price } = change;
      const isPart = quantity !== undefined && quantity < was.quantity;
      const name = isPart ? changes.part(countText(quantity), code(change.id)) : code(change.id);
      return changes.close(name, on, priceText(price), lotFacts(was, today));
    }
    case 'expire':
      return events.expired(code(change.id), newYork(change.settledAt), lotFacts(change.was, today));
  }
}

/** Lines shown of a change that has more: an import may have a thousand. */
const LINES = 20;

/** The first of many lines, and how many more there are. */
export function firstLines(lines: readonly string[]): readonly string[] {
  const more = lines.length - LINES;
  return more > 0 ? [...lines.slice(0, LINES), en.book.problems.more(more)] : lines;
}

function priceText(price: number | undefined): string {
  return price === undefined ? '' : events.at(pointsText(price));
}
