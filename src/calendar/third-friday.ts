import { Temporal } from 'temporal-polyfill';

const FRIDAY = 5;
const DAYS_OF_WEEK = 7;
const FIRST_THIRD = 15;

/**
 * The third Friday of a month, whether it is a session or not.
 *
 * @param month - `YYYY-MM`
 * @throws RangeError if there is no such month
 */
export function thirdFriday(month: string): string {
  const fifteenth = Temporal.PlainYearMonth.from(month).toPlainDate({ day: FIRST_THIRD });
  const days = (FRIDAY - fifteenth.dayOfWeek + DAYS_OF_WEEK) % DAYS_OF_WEEK;
  return fifteenth.add({ days }).toString();
}
