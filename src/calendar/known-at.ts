import type { AdvanceDecline, DailyBreadth, DailyCloses, MarketHistory } from '#domain/market/market.ts';
import type { Close, Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { newYorkDay } from './new-york.ts';

/**
 * What of a market's history is known at an instant. The one place where that is decided.
 *
 * Closes and counts of a session are known from `usableAt`, itself included. Counts are provisional for another
 * fifteen minutes: what the source changes then is a correction, and does not make them unknown before.
 *
 * @param instant - epoch milliseconds (UTC), on the market clock
 */
export function knownAt(market: MarketHistory, instant: number, calendar: ExchangeCalendar): MarketHistory {
  const last = calendar.lastUsable(instant);
  const { vix9d, vix3m, vvix, rvx, breadth } = market;
  return {
    rut: closesUntil(market.rut, last),
    spx: closesUntil(market.spx, last),
    vix: closesUntil(market.vix, last),
    ...(vix9d && { vix9d: closesUntil(vix9d, last) }),
    ...(vix3m && { vix3m: closesUntil(vix3m, last) }),
    ...(vvix && { vvix: closesUntil(vvix, last) }),
    ...(rvx && { rvx: closesUntil(rvx, last) }),
    ...(breadth && {
      breadth: { small: countsUntil(breadth.small, last), large: countsUntil(breadth.large, last) },
    }),
  };
}

function closesUntil(daily: DailyCloses, last: Session): DailyCloses {
  return { ...daily, closes: upTo(daily.closes, last) };
}

function countsUntil(breadth: DailyBreadth, last: Session): DailyBreadth {
  return { ...breadth, days: upTo(breadth.days, last) };
}

function upTo<Day extends Close | AdvanceDecline>(days: readonly Day[], last: Session): readonly Day[] {
  return days.slice(0, days.findLastIndex(({ session }) => session <= last) + 1);
}

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
