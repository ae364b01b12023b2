import { MINUTE } from '#domain/duration.ts';
import type { RebalanceWindow, Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { expirationCycle, isExpirationKnown } from './listed-expiration.ts';
import { newYorkDay, newYorkInstant } from './new-york.ts';

/** From a release to the first quarter of an hour of trading, quotes are wide and move. */
const AFTER_OPENING = '09:45';

/** On mornings on which VIX products settle, the options that they settle on are pushed about. */
const AFTER_SETTLEMENT = '12:00';

/** Milliseconds before the close in which orders crowd. */
const CROWDED = 10 * MINUTE;

/**
 * The next part of a session in which a hedge is best changed, the running one included.
 *
 * @param instant - epoch milliseconds (UTC)
 * @throws RangeError outside the days that the calendar covers
 */
export function rebalanceWindow(instant: number, calendar: ExchangeCalendar): RebalanceWindow {
  const today = windowOf(calendar.sessionOnOrAfter(newYorkDay(instant)), calendar);
  return instant < today.until ? today : windowOf(calendar.next(today.session), calendar);
}

function windowOf(session: Session, calendar: ExchangeCalendar): RebalanceWindow {
  const after = settlesVix(session, calendar) ? 'vix-settlement' : 'opening';
  const time = after === 'opening' ? AFTER_OPENING : AFTER_SETTLEMENT;
  return { session, from: newYorkInstant(session, time), until: calendar.closesAt(session) - CROWDED, after };
}

function settlesVix(session: Session, calendar: ExchangeCalendar): boolean {
  return (
    isExpirationKnown('VIX options', session, calendar) &&
    expirationCycle('VIX options', session, calendar) !== undefined
  );
}
