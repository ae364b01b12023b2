import { MINUTE } from '#domain/duration.ts';
import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { newYorkDay, newYorkInstant } from './new-york.ts';

const OPENING = '09:30';

/** Milliseconds that index options trade on after the stocks have closed. */
const AFTER_STOCKS = 15 * MINUTE;

/** From when until when, epoch milliseconds (UTC); the end is not among it. */
export type TradingHours = { readonly opensAt: number; readonly closesAt: number };

/**
 * Whether an order could be filled now: regular hours last until `until`, or begin again at `opensAt`.
 * Epoch milliseconds (UTC).
 */
export type Executable =
  | { readonly now: true; readonly until: number }
  | { readonly now: false; readonly opensAt: number };

/**
 * Regular hours of SPX and VIX options on a session: 09:30 to 16:15 in New York, to 13:15 on early closes.
 *
 * What expires that afternoon stops earlier, see `stopsTradingAt`. Overnight and curb sessions are not counted: their
 * quotes are thin.
 *
 * @throws RangeError if it is no session of the calendar
 * @see https://www.cboe.com/about/hours/us-options/
 */
export function regularHours(session: Session, calendar: ExchangeCalendar): TradingHours {
  return {
    opensAt: newYorkInstant(session, OPENING),
    closesAt: calendar.closesAt(session) + AFTER_STOCKS,
  };
}

/**
 * Whether SPX and VIX options trade in regular hours at an instant, until when, and if not, when next.
 *
 * @param instant - epoch milliseconds (UTC)
 * @throws RangeError outside the days that the calendar covers
 */
export function executableAt(instant: number, calendar: ExchangeCalendar): Executable {
  const session = calendar.sessionOnOrAfter(newYorkDay(instant));
  const { opensAt, closesAt } = regularHours(session, calendar);
  if (instant < opensAt) {
    return { now: false, opensAt };
  }
  return instant < closesAt
    ? { now: true, until: closesAt }
    : { now: false, opensAt: regularHours(calendar.next(session), calendar).opensAt };
}
