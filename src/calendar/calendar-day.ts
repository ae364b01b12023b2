import { Temporal } from 'temporal-polyfill';
import { DAY } from '#domain/duration.ts';

/**
 * The calendar day so many days later, or earlier for a negative number.
 *
 * @param day - `YYYY-MM-DD`
 * @throws RangeError if there is no such day
 */
export function shiftDay(day: string, days: number): string {
  const at = Date.parse(day);
  if (dayOf(at) !== day) {
    throw new RangeError(`${day} is no day`);
  }
  return dayOf(at + days * DAY);
}

/** In UTC, where every day has 24 hours. */
function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/**
 * The month so many months later, or earlier for a negative number.
 *
 * @param month - `YYYY-MM`
 * @throws RangeError if there is no such month
 */
export function shiftMonth(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}

/** Calendar days from one day to another, both `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
