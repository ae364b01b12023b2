import { Temporal } from 'temporal-polyfill';

/**
 * The month so many months later, or earlier for a negative number.
 *
 * @param month - `YYYY-MM`
 * @throws RangeError if there is no such month
 */
export function shiftMonth(month: string, months: number): string {
  return Temporal.PlainYearMonth.from(month).add({ months }).toString();
}
