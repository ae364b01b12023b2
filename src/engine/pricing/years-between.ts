import { DAY } from '#domain/duration.ts';

/** ACT/365F: a year has 365 days of 86,400 seconds, leap years too. */
const YEAR = 365 * DAY;

/**
 * Time that an option has left, in years of 365 days, by the clock and not by the calendar's days.
 *
 * Instants are compared, so the hour that clocks in New York gain or lose in between is counted; 0 from expiry on.
 *
 * @param asOf - epoch milliseconds (UTC)
 * @param expiresAt - the instant at which it settles, epoch milliseconds (UTC)
 * @throws RangeError if one of them is no finite number
 */
export function yearsBetween(asOf: number, expiresAt: number): number {
  const left = expiresAt - asOf;
  if (!Number.isFinite(left)) {
    throw new RangeError(`both instants must be epoch milliseconds, not ${asOf} and ${expiresAt}`);
  }
  return Math.max(0, left) / YEAR;
}
