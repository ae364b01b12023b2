import { DAY } from '#domain/duration.ts';
import type { Session } from '#domain/market/session.ts';

/** Money that changes hands on a day. */
export type CashFlow = {
  readonly day: Session;
  /** Dollars: negative when paid, positive when received. */
  readonly amount: number;
};

/**
 * Calendar days from one day to another, negative when the second comes first.
 *
 * @throws RangeError if one of them is no day of the calendar, `YYYY-MM-DD`
 */
export function daysBetween(from: string, to: string): number {
  return (midnight(to) - midnight(from)) / DAY;
}

/** In UTC, where no clock ever changes. Written back, since 31 February would be read as 3 March. */
function midnight(day: string): number {
  const instant = Date.parse(day);
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 'YYYY-MM-DD'.length) !== day) {
    throw new RangeError(`a day must be YYYY-MM-DD, not ${day}`);
  }
  return instant;
}
