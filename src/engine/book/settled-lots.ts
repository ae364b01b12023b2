import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { productOf, settlesAt } from '#calendar/expiry-instants.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import type { BookedLot } from '#domain/book/book-record.ts';
import type { ListedProduct, ManualMark } from '#domain/book/mark.ts';
import type { Lot } from '#domain/book/lot.ts';
import type { LotChange } from '#domain/book/lot-draft.ts';
import { DAY } from '#domain/duration.ts';
import type { Session } from '#domain/market/session.ts';

/** Milliseconds by which a closure at short notice may bring a settlement forward, at most. */
const WEEK = 7 * DAY;

/**
 * The lots of a book that have settled at an instant, as changes that take them out of it.
 *
 * VIX options and futures and `AM` condors settle at 09:30 in New York, `PM` condors with the close, which an early
 * close brings forward. Shares never do.
 *
 * @param now - epoch milliseconds (UTC); a lot has settled from its settlement on, that instant included
 */
export function settledLots(
  open: readonly BookedLot[],
  now: number,
  calendar: ExchangeCalendar,
): readonly LotChange[] {
  const soon = newYorkDay(now + WEEK);
  return open.flatMap(({ lot, revision }): readonly LotChange[] => {
    if (!('expiry' in lot) || lot.expiry > soon) {
      return [];
    }
    const settledAt = lotSettlesAt(lot, calendar);
    return settledAt !== undefined && settledAt <= now
      ? [{ kind: 'expire', id: lot.id, basis: revision, was: lot, on: lot.expiry, settledAt }]
      : [];
  });
}

/** When a lot settles, epoch milliseconds (UTC); `undefined` for shares, and where the calendar does not reach. */
function lotSettlesAt(lot: Lot, calendar: ExchangeCalendar): number | undefined {
  const product = productOfLot(lot);
  return product && 'expiry' in lot ? settlementInstant(product, lot.expiry, calendar) : undefined;
}

/** The kind of listed product that a lot is of; `undefined` for shares. */
function productOfLot(lot: Lot): ListedProduct | undefined {
  if (lot.kind === 'condor') {
    return lot.settlement === 'AM' ? 'SPX AM options' : 'SPX PM options';
  }
  switch (lot.instrument) {
    case 'VIX':
      return 'VIX options';
    case 'VX':
    case 'VXM':
      return 'VIX futures';
    case 'VXX':
    case 'UVXY':
      return undefined;
  }
}

/**
 * When something settles. An expiry that was a session when it was entered and has been closed since, at short
 * notice, counts as the session before.
 *
 * @returns epoch milliseconds (UTC); `undefined` where the calendar does not reach
 */
function settlementInstant(
  product: ListedProduct,
  expiry: Session,
  calendar: ExchangeCalendar,
): number | undefined {
  if (!calendar.covers(expiry)) {
    return undefined;
  }
  const session = calendar.isSession(expiry) ? expiry : calendar.previous(expiry);
  return settlesAt(product, session, calendar);
}

/** Whether what was marked has settled at an instant, epoch milliseconds (UTC), so that nothing is worth it any more. */
export function isSettled(of: ManualMark['of'], now: number, calendar: ExchangeCalendar): boolean {
  switch (of.kind) {
    case 'future':
      return isPast(settlementInstant('VIX futures', of.expiry, calendar), now);
    case 'option':
      return isPast(settlementInstant(productOf(of), of.expiry, calendar), now);
    case 'share':
    case 'index':
    case 'rate':
    case 'multiple':
      return false;
  }
}

function isPast(instant: number | undefined, now: number): boolean {
  return instant !== undefined && instant <= now;
}
