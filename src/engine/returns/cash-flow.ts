import type { Session } from '../../domain/session.ts';

/** Money that changes hands on a day. */
export type CashFlow = {
  readonly day: Session;
  /** Dollars: negative when paid, positive when received. */
  readonly amount: number;
};

const DAY = 86_400_000;

/**
 * Calendar days from one day to another, negative when the second comes first.
 *
 * @throws RangeError if one of them is no day, `YYYY-MM-DD`
 */
export function daysBetween(from: string, to: string): number {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  if (!Number.isInteger(days)) {
    throw new RangeError(`both days must be YYYY-MM-DD, not ${from} and ${to}`);
  }
  return days;
}
