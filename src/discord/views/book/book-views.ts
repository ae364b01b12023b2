import { PLAIN_ACCENT } from '#discord/message/accents.ts';
import { fit } from '#discord/message/fit.ts';
import { newYork } from '#discord/message/format.ts';
import { code } from '#discord/message/quoted.ts';
import {
  type Part,
  RULE,
  type View,
  buttons,
  collapsible,
  text,
  watermarkPart,
} from '#discord/message/view.ts';
import { en } from '#discord/texts/en.ts';
import { signedDollars } from '#discord/views/hedge/exposure-text.ts';
import { firstLines, signedEvent } from './lot-event-text.ts';
import { countText, lotLine } from './lot-text.ts';
import { proposalView } from './proposal-views.ts';
import type { RealisedProfit } from '#domain/book/realised-profit.ts';
import type { BookOwner } from '#domain/book/book-record.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { BookAnswer } from '#services/book/change-book.ts';
import type { BookHistory, BookReport } from '#services/book/read-book.ts';

const texts = en.book.views;

/** Lots shown at once: as many as a phone scrolls through, and as fit into one message. */
const LOTS = 20;

/**
 * Every open lot of a book, a line each, condors first.
 *
 * @param page - from 0; a number beyond the last shows the last
 */
export function bookView(account: BookReport, page = 0): View {
  const { positions, owner, revision, asOf, watermark, waiting } = account;
  const lots: readonly Lot[] = [...positions.condors, ...positions.hedges];
  const at = Math.max(0, Math.min(page, Math.ceil(lots.length / LOTS) - 1));
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(owner.member === undefined ? texts.title : texts.ownTitle),
      ...watermarkPart(watermark),
      ...(lots.length === 0 ? [text(emptyText(account))] : pageParts(lots, at, account)),
      ...(waiting > 0 ? [text(texts.waiting(waiting))] : []),
      text(`-# ${texts.revision(revision, newYork(asOf))}`),
      ...turnButtons(owner, at, lots.length),
    ],
  });
}

function emptyText({ counted }: BookReport): string {
  return counted ? texts.counted(String(counted.condors), counted.hedge.join('/')) : texts.empty;
}

function pageParts(lots: readonly Lot[], page: number, account: BookReport): readonly Part[] {
  const { positions, today } = account;
  const shown = lots.slice(page * LOTS, (page + 1) * LOTS);
  const condors = shown.filter(({ kind }) => kind === 'condor').map((lot) => lotLine(lot, today));
  const hedges = shown.filter(({ kind }) => kind === 'hedge').map((lot) => lotLine(lot, today));
  return [
    ...(condors.length === 0 ? [] : [section(texts.condors(total(positions.condors)), condors)]),
    ...(hedges.length === 0 ? [] : [section(texts.hedges(total(contracts(positions.hedges))), hedges)]),
    ...(lots.length <= LOTS
      ? []
      : [text(`-# ${texts.page(page * LOTS + 1, page * LOTS + shown.length, lots.length)}`)]),
  ];
}

function section(title: string, lines: readonly string[]): Part {
  return collapsible(1, 'lots', [title, ...lines]);
}

function contracts(hedges: BookReport['positions']['hedges']): readonly Lot[] {
  return hedges.filter(({ instrument }) => instrument !== 'VXX' && instrument !== 'UVXY');
}

function total(lots: readonly Lot[]): string {
  return countText(lots.reduce((sum, { quantity }) => sum + quantity, 0));
}

const OWN = 'own';
const SERVERS = 'server';

/** Ways to the pages before and behind; none where one page has all. */
function turnButtons({ member }: BookOwner, page: number, lots: number): readonly Part[] {
  const link = (to: number): { command: string; act: string; key: string } => ({
    command: 'book',
    act: 'page',
    key: `${member === undefined ? SERVERS : OWN}|${to}`,
  });
  return buttons([
    ...(page > 0 ? [{ label: texts.earlier, link: link(page - 1) }] : []),
    ...((page + 1) * LOTS < lots ? [{ label: texts.later, link: link(page + 1) }] : []),
  ]);
}

/** What a button that turns pages says; `undefined` for keys that were not written by this version. */
export function readPageKey(key: string): { readonly isOwn: boolean; readonly page: number } | undefined {
  const [whose, page] = key.split('|');
  return (whose === OWN || whose === SERVERS) && page !== undefined && /^\d{1,4}$/.test(page)
    ? { isOwn: whose === OWN, page: Number(page) }
    : undefined;
}

/** What a change of the book came to: what was changed, or what now waits for a second steward. */
export function bookAnswerView(answer: BookAnswer): View {
  if (answer.kind === 'proposed') {
    return proposalView(answer);
  }
  const { events, profits = [], today, revision, watermark } = answer;
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      ...watermarkPart(watermark),
      collapsible(1, 'changes', firstLines(events.map((event) => signedEvent(event, today)))),
      ...(profits.length === 0 ? [] : [collapsible(1, 'profits', firstLines(profits.map(profitText)))]),
      text(`-# ${texts.done(revision)}`),
    ],
  });
}

function profitText({ lotId, dollars }: RealisedProfit): string {
  const id = code(lotId);
  return dollars === undefined ? texts.profitUnknown(id) : texts.profit(id, signedDollars(dollars));
}

/** Who did what to a book, newest first. */
export function bookHistoryView({ owner, events, today, watermark }: BookHistory): View {
  return fit({
    accent: PLAIN_ACCENT,
    parts: [
      text(owner.member === undefined ? texts.history : texts.ownHistory),
      ...watermarkPart(watermark),
      RULE,
      events.length === 0
        ? text(texts.noHistory)
        : collapsible(
            1,
            'history',
            events.map((event) => signedEvent(event, today)),
          ),
    ],
  });
}
