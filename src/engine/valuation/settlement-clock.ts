import type { ExchangeCalendar } from '#calendar/exchange-calendar.ts';
import { settlesAt } from '#calendar/expiry-instants.ts';
import { expirationsBetween, isExpirationKnown } from '#calendar/listed-expiration.ts';
import { newYorkDay } from '#calendar/new-york.ts';
import { shiftDay } from '#calendar/calendar-day.ts';
import type { Session } from '#domain/market/session.ts';
import { memoize } from '#domain/memoize.ts';
import type { FuturesRoll, SettlementClock } from '#domain/hedge/valuation.ts';

/** Days before and after which a monthly VIX expiration always lies, and two of them. */
const BACK = 40;
const AHEAD = 75;

/** When everything settles, by the exchange calendar. Each session's instants are computed once. */
export function settlementClock(calendar: ExchangeCalendar): SettlementClock {
  const instants = {
    AM: memoize((expiry: Session) => settlesAt('SPX AM options', expiry, calendar)),
    PM: memoize((expiry: Session) => settlesAt('SPX PM options', expiry, calendar)),
  };
  return {
    settlesAt(expiry, settlement) {
      return calendar.covers(expiry) && calendar.isSession(expiry) ? instants[settlement](expiry) : undefined;
    },
    rollAt: (instant) => rollOn(heldThrough(instant, calendar), calendar),
  };
}

/** The session that what was set at the last close is held through: today's until its close, then the next one. */
function heldThrough(instant: number, calendar: ExchangeCalendar): Session | undefined {
  const today = newYorkDay(instant);
  if (!calendar.covers(today) || !calendar.covers(shiftDay(today, AHEAD))) {
    return undefined;
  }
  return calendar.isSession(today) && instant < calendar.closesAt(today) ? today : calendar.next(today);
}

/**
 * How the two nearest monthly futures are held on a session: of the sessions from one settlement up to the next,
 * those that are left are the first future's share.
 *
 * @see S&P VIX Futures Indices Methodology: contract roll weights dr/dt
 */
function rollOn(session: Session | undefined, calendar: ExchangeCalendar): FuturesRoll | undefined {
  if (session === undefined) {
    return undefined;
  }
  const from = shiftDay(session, -BACK);
  const until = shiftDay(session, AHEAD);
  if (
    !isExpirationKnown('VIX futures', from, calendar) ||
    !isExpirationKnown('VIX futures', until, calendar)
  ) {
    return undefined;
  }
  const monthly = expirationsBetween('VIX futures', [from, until], calendar, 'monthly');
  const begun = monthly.findLast((expiry) => expiry <= session);
  const [first, second] = monthly.filter((expiry) => expiry > session);
  if (begun === undefined || first === undefined || second === undefined) {
    return undefined;
  }
  const whole = calendar.distance(begun, first);
  return { first, second, firstWeight: calendar.distance(session, first) / whole };
}
