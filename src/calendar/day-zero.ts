import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { newYorkDay } from './new-york.ts';

/**
 * The session from which a release's window is counted: the one of its day in New York or, if markets are closed
 * then (Good Friday), the next one.
 *
 * @param releasedAt - epoch milliseconds (UTC)
 * @throws RangeError outside the days that the calendar covers
 */
export function dayZero(releasedAt: number, calendar: ExchangeCalendar): Session {
  return calendar.sessionOnOrAfter(newYorkDay(releasedAt));
}
