import type { Settlement } from '#domain/book/lot.ts';
import type { ListedProduct } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { newYorkInstant } from './new-york.ts';
import { regularHours } from './regular-hours.ts';

/** New York time at which what settles in the morning does. */
const MORNING_SETTLEMENT = '09:30';

/** New York time at which an expiring VIX future stops trading: 08:00 in Chicago. */
const LAST_FUTURE = '09:00';

/** The kind of listed product that an option is. */
export function productOf(option: {
  readonly root: 'SPX' | 'VIX';
  readonly settlement: Settlement;
}): ListedProduct {
  return option.root === 'VIX'
    ? 'VIX options'
    : option.settlement === 'AM'
      ? 'SPX AM options'
      : 'SPX PM options';
}

/**
 * The last session on which something that expires can be traded: the one before for options that settle in the
 * morning, the expiration itself for VIX futures and for options that settle in the afternoon.
 *
 * @throws RangeError outside the days that the calendar covers
 */
export function lastTradingDay(product: ListedProduct, expiry: Session, calendar: ExchangeCalendar): Session {
  return product === 'VIX options' || product === 'SPX AM options' ? calendar.previous(expiry) : expiry;
}

/**
 * The instant from which it can no longer be traded, epoch milliseconds (UTC).
 *
 * VIX options and morning-settled SPX options: the end of regular hours (16:15, early closes 13:15) of the session
 * before. Afternoon-settled SPX options: the close (16:00, 13:00). VIX futures: 09:00 on the day.
 *
 * @throws RangeError if the expiry is no session of the calendar
 * @see Cboe, specifications of SPX, SPXW and VIX options; CFE Rulebook, rule 1202 (VX)
 */
export function stopsTradingAt(product: ListedProduct, expiry: Session, calendar: ExchangeCalendar): number {
  switch (product) {
    case 'VIX options':
    case 'SPX AM options':
      return regularHours(lastTradingDay(product, expiry, calendar), calendar).closesAt;
    case 'VIX futures':
      return newYorkInstant(sessionOf(expiry, calendar), LAST_FUTURE);
    case 'SPX PM options':
      return calendar.closesAt(expiry);
  }
}

/**
 * The instant at which its settlement value is taken, epoch milliseconds (UTC): the one that `yearsBetween` counts
 * to, and from which a lot is history.
 *
 * 09:30 in New York for VIX products and morning-settled SPX options (the special opening quotation), the close for
 * afternoon-settled ones.
 *
 * @throws RangeError if the expiry is no session of the calendar
 */
export function settlesAt(product: ListedProduct, expiry: Session, calendar: ExchangeCalendar): number {
  return product === 'SPX PM options'
    ? calendar.closesAt(expiry)
    : newYorkInstant(sessionOf(expiry, calendar), MORNING_SETTLEMENT);
}

function sessionOf(expiry: Session, calendar: ExchangeCalendar): Session {
  if (!calendar.isSession(expiry)) {
    throw new RangeError(`${expiry} is no session`);
  }
  return expiry;
}
