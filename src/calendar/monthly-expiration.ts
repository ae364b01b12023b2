import { Temporal } from 'temporal-polyfill';
import type { Session } from '#domain/market/session.ts';
import type { ExchangeCalendar } from './exchange-calendar.ts';
import { shiftDay } from './calendar-day.ts';

/** Days from a VIX expiration to the SPX options whose volatility it settles on. */
const MEASURED = 30;

const WEDNESDAY = 3;

/**
 * The day on which VIX options and futures of a month settle: the Wednesday 30 days before the third Friday of the
 * next month or, where that Wednesday or that Friday is a holiday, the session before the Wednesday.
 *
 * So a few are Tuesdays: 2026-05-19, since 2026-06-19 is Juneteenth.
 *
 * @param month - `YYYY-MM`, the one that the contract is named for
 * @throws RangeError if there is no such month, or one of the days lies outside the calendar: the calendar must reach
 *   the third Friday of the month after
 * @see CFE Rulebook, rule 1202(b), as to contracts with a monthly expiration
 */
export function vixMonthlyExpiration(month: string, calendar: ExchangeCalendar): Session {
  const following = Temporal.PlainYearMonth.from(month).add({ months: 1 }).toString();
  return settlementOf(shiftDay(thirdFriday(following), -MEASURED), calendar);
}

/**
 * The one day of a week on which VIX options and futures settle, monthly ones or weeklies: its Wednesday, or the
 * session before it by the same rule.
 *
 * @param day - any of its days, Monday first
 * @throws RangeError where the calendar does not reach 30 days beyond the Wednesday
 * @see CFE Rulebook, rule 1202(b), as to contracts with a weekly expiration
 */
export function vixExpirationOfWeek(day: string, calendar: ExchangeCalendar): Session {
  return settlementOf(wednesdayOf(day), calendar);
}

/** Whether the expiration of a day's week is a monthly one: whether 30 days from its Wednesday is a third Friday. */
export function isVixMonthlyWeek(day: string): boolean {
  const friday = shiftDay(wednesdayOf(day), MEASURED);
  return friday === thirdFriday(Temporal.PlainYearMonth.from(friday).toString());
}

function settlementOf(wednesday: string, calendar: ExchangeCalendar): Session {
  const bothOpen = calendar.isSession(wednesday) && calendar.isSession(shiftDay(wednesday, MEASURED));
  return bothOpen ? wednesday : calendar.previous(wednesday);
}

function wednesdayOf(day: string): string {
  const date = Temporal.PlainDate.from(day);
  return date.add({ days: WEDNESDAY - date.dayOfWeek }).toString();
}

const FRIDAY = 5;
const DAYS_OF_WEEK = 7;
const FIRST_THIRD = 15;

/**
 * The third Friday of a month, whether it is a session or not.
 *
 * @param month - `YYYY-MM`
 * @throws RangeError if there is no such month
 */
function thirdFriday(month: string): string {
  const fifteenth = Temporal.PlainYearMonth.from(month).toPlainDate({ day: FIRST_THIRD });
  const days = (FRIDAY - fifteenth.dayOfWeek + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return fifteenth.add({ days }).toString();
}

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
