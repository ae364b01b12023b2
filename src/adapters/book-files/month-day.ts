import type { Session } from '#domain/market/session.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];

/** A day as brokers write it, `16 JAN 26`, as `2026-01-16`; `undefined` for a day that no calendar has. */
export function monthDay(day = '', month = '', year = ''): Session | undefined {
  const index = MONTHS.indexOf(month.toUpperCase());
  const date = new Date(Date.UTC(2000 + Number(year), index, Number(day)));
  return index >= 0 && date.getUTCDate() === Number(day) ? date.toISOString().slice(0, 10) : undefined;
}

const FRIDAY = 5;

/** Whether a day is the third Friday of its month, or the Thursday before it. */
export function isMonthly(day: Session): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  const friday = date.getUTCDate() + FRIDAY - date.getUTCDay();
  const isThird = friday >= 15 && friday <= 21;
  return isThird && (date.getUTCDay() === FRIDAY || date.getUTCDay() === FRIDAY - 1);
}
