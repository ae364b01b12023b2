import type { ListedProduct } from '#domain/book/mark.ts';
import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { shiftDay } from './calendar-day.ts';
import { isVixMonthlyWeek, spxMonthlyExpiration, vixExpirationOfWeek } from './monthly-expiration.ts';

/** How often something of that kind expires; VIX weeklies are listed a few weeks ahead only. */
export type ExpirationCycle = 'monthly' | 'weekly' | 'daily';

/**
 * The first day on which VIX contracts were traded that settle every week.
 *
 * @see Cboe, VIX Weeklys futures and options
 */
const WEEKLIES_SINCE = { 'VIX options': '2015-10-08', 'VIX futures': '2015-07-23' };

/** Days before and after its own that a VIX expiration may depend on, by its week and the 30 days that it measures. */
const VIX_NEEDS: readonly number[] = [-7, 32];

/** Days around a date within which every product has an expiration: AM options have one a month. */
const REACH = 45;

/**
 * Whether the calendar reaches far enough to say if something expires on a day. Never throws for a day that exists.
 *
 * VIX expirations hang on the SPX ones a month later, so for them it ends about a month earlier.
 */
export function isExpirationKnown(product: ListedProduct, day: string, calendar: ExchangeCalendar): boolean {
  const isVix = product === 'VIX options' || product === 'VIX futures';
  const needed = isVix ? VIX_NEEDS.map((days) => shiftDay(day, days)) : [day];
  return needed.every((other) => calendar.covers(other));
}

/**
 * Which expiration of a product a day is.
 *
 * SPX options that settle in the afternoon expire on every session, as they do since May 2022; what was listed before
 * is not told apart. VIX weeklies exist since 2015: before, a VIX option expired once a month.
 *
 * @param day - `YYYY-MM-DD`
 * @returns `undefined` when nothing of the kind expires on that day: on a Friday, no VIX option ever does
 * @throws RangeError where `isExpirationKnown` denies it
 */
export function expirationCycle(
  product: ListedProduct,
  day: string,
  calendar: ExchangeCalendar,
): ExpirationCycle | undefined {
  if (!calendar.isSession(day)) {
    return undefined;
  }
  switch (product) {
    case 'VIX options':
    case 'VIX futures':
      return vixCycle(product, day, calendar);
    case 'SPX AM options':
      return spxMonthlyExpiration(day.slice(0, 'YYYY-MM'.length), calendar) === day ? 'monthly' : undefined;
    case 'SPX PM options':
      return 'daily';
  }
}

/**
 * Every day from one to another on which something of a kind expires, oldest first, both included.
 *
 * @param cycle - leave all others out, such as the weeklies that are not listed that far ahead
 * @throws RangeError as `expirationCycle`
 */
export function expirationsBetween(
  product: ListedProduct,
  [first, last]: readonly [first: string, last: string],
  calendar: ExchangeCalendar,
  cycle?: ExpirationCycle,
): readonly Session[] {
  return calendar.sessionsBetween(first, last).filter((session) => {
    const sessionCycle = expirationCycle(product, session, calendar);
    return sessionCycle !== undefined && (cycle === undefined || sessionCycle === cycle);
  });
}

/**
 * The expirations of a product next to a day on which nothing of it expires: the last one before and the first one
 * after, for whoever typed the wrong day.
 *
 * @returns at most two, oldest first, the day itself never among them; fewer at the calendar's ends, none beyond them
 */
export function nearestExpirations(
  product: ListedProduct,
  day: string,
  calendar: ExchangeCalendar,
): readonly Session[] {
  const listed = (candidate: string): boolean =>
    isExpirationKnown(product, candidate, calendar) &&
    expirationCycle(product, candidate, calendar) !== undefined;
  const away = Array.from({ length: REACH }, (_, index) => index + 1);
  const before = away.map((days) => shiftDay(day, -days)).find(listed);
  const after = away.map((days) => shiftDay(day, days)).find(listed);
  return [before, after].filter((expiration) => expiration !== undefined);
}

/** The week's expiration, if it is this day. */
function vixCycle(
  product: keyof typeof WEEKLIES_SINCE,
  day: string,
  calendar: ExchangeCalendar,
): ExpirationCycle | undefined {
  if (vixExpirationOfWeek(day, calendar) !== day) {
    return undefined;
  }
  if (isVixMonthlyWeek(day)) {
    return 'monthly';
  }
  return day > WEEKLIES_SINCE[product] ? 'weekly' : undefined;
}
