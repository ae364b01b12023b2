import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { thirdFriday } from './third-friday.ts';

/**
 * The day on which the SPX options of a month settle in the morning: its third Friday or, where that is a holiday,
 * the session before.
 *
 * @param month - `YYYY-MM`
 * @throws RangeError if there is no such month, or it lies outside the calendar
 */
export function spxMonthlyExpiration(month: string, calendar: ExchangeCalendar): Session {
  const friday = thirdFriday(month);
  return calendar.isSession(friday) ? friday : calendar.previous(friday);
}
