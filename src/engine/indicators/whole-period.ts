/**
 * Refuses a period that no average has.
 *
 * @throws RangeError if `period` is not a whole number of at least 1
 */
export function requireWholePeriod(period: number): void {
  if (!Number.isInteger(period) || period < 1) {
    throw new RangeError(`period must be a whole number of at least 1, not ${period}`);
  }
}
