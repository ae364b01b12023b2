import { Temporal } from 'temporal-polyfill';

/**
 * The calendar day so many days later, or earlier for a negative number.
 *
 * @param day - `YYYY-MM-DD`
 * @throws RangeError if there is no such day
 */
export function shiftDay(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString();
}
